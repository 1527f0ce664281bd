const { register } = require('node:module')
const { pathToFileURL } = require('node:url')
const { resolve } = require('node:path')

register('./typescript-hook.mjs', pathToFileURL(__filename))

/**
 * Imports one of the project's modules the way Node does, named from the project's root.
 *
 * Docusaurus loads its configuration, and all that imports, through a compiler to CommonJS, which some packages
 * (rolldown, for one) don't survive. This file is CommonJS already, so it is left alone, and its `import` is Node's.
 *
 * @type {(path: string) => Promise<unknown>}
 */
exports.nativeImport = (path) => import(pathToFileURL(resolve(__dirname, '../..', path)))
