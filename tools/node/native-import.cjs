const { register } = require('node:module')
const { pathToFileURL } = require('node:url')
const { resolve } = require('node:path')

register('./typescript-hook.mjs', pathToFileURL(__filename))

/**
 * Imports one of the project's modules with Node's `import`.
 *
 * Docusaurus compiles its configuration, and all modules that it imports, to CommonJS, in which some packages (such as
 * rolldown) do not work. This file is CommonJS already, so it is not compiled.
 *
 * @param path from the project's root
 *
 * @type {(path: string) => Promise<unknown>}
 */
exports.nativeImport = (path) => import(pathToFileURL(resolve(__dirname, '../..', path)))
