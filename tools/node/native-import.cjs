const { register } = require('node:module')
const { pathToFileURL } = require('node:url')
const { resolve } = require('node:path')

// Docusaurus evaluates its configuration, and this file, again when a file of `i18n/` changes.
const isRegistered = Symbol.for('typescript-hook')
if (!globalThis[isRegistered]) register('./typescript-hook.mjs', pathToFileURL(__filename))
globalThis[isRegistered] = true

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
