import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The cache of results, by hashes of their sources: loading and running sucrase takes longer than most programs run. */
const folder = new URL('../../node_modules/.cache/typescript/', import.meta.url)
const self = readFileSync(new URL(import.meta.url))

/** Of each module of the project that was imported: its file's time and size, its importers, and its version. */
const modules = new Map()
let generation = 0

/**
 * Lets Node import a module again, if its file or that of a module which it imports has changed: Node keeps modules by
 * their URLs, so such a module gets a new one, with a version. `import('./a.ts?fresh=2')` looks for changed files, once for
 * each number; modules without changes stay as they are.
 */
export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context)
  if (!resolved.url.startsWith('file:') || resolved.url.includes('/node_modules/')) return resolved
  const url = new URL(resolved.url)
  const asked = Number(url.searchParams.get('fresh') ?? 0)
  if (asked > generation) {
    generation = asked
    for (const [path, { stamp }] of [...modules]) if (stampOf(path) !== stamp) renew(path)
  }
  const path = fileURLToPath(url)
  const module = moduleOf(path)
  if (/^file:(?!.*\/node_modules\/)/.test(context.parentURL ?? ''))
    module.importers.add(fileURLToPath(context.parentURL))
  url.search = module.version ? `?version=${module.version}` : ''
  return { ...resolved, url: url.href }
}

function moduleOf(path) {
  const known = modules.get(path)
  if (known) return known
  const module = { stamp: stampOf(path), importers: new Set(), version: 0 }
  modules.set(path, module)
  return module
}

/** Gives a module, and all that import it, the version of this generation. */
function renew(path) {
  const module = modules.get(path)
  if (!module || module.version === generation) return
  modules.set(path, { ...module, stamp: stampOf(path), version: generation })
  for (const importer of module.importers) renew(importer)
}

function stampOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && `${stat.mtimeMs} ${stat.size}`
}

/** Lets Node import TypeScript: removes the types, without changing lines and without checking. */
export async function load(url, context, nextLoad) {
  if (!/^file:.*\.tsx?(\?|$)/.test(url)) return nextLoad(url, context)
  const path = fileURLToPath(url)
  const source = readFileSync(path, 'utf8')
  const kept = new URL(createHash('sha1').update(self).update(path).update(source).digest('hex'), folder)
  return { format: 'module', source: read(kept) ?? (await make(kept, source, path)), shortCircuit: true }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Removes the types and stores the result, if the cache can be written. */
async function make(file, source, path) {
  const result = await withoutTypes(source, path)
  const unfinished = new URL(`${file.href}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(unfinished, result)
    renameSync(unfinished, file)
  } catch {}
  return result
}

/** @throws {SyntaxError} that begins with `path:line:column` */
async function withoutTypes(source, path) {
  const { transform } = await import('sucrase')
  try {
    return transform(source, {
      transforms: path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'],
      jsxRuntime: 'automatic',
      jsxImportSource: 'preact',
      production: true,
      disableESTransforms: true,
      keepUnusedImports: true,
    }).code
  } catch (cause) {
    const [, message, line, column] = /^(.*?) \((\d+):(\d+)\)$/s.exec(cause.message) ?? []
    throw new SyntaxError(line ? `${path}:${line}:${column}: ${message}` : `${path}: ${cause.message}`, {
      cause,
    })
  }
}
