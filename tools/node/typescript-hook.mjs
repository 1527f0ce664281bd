import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The cache of results, by hashes of their sources: loading and running sucrase takes longer than most programs run. */
const folder = new URL('../../node_modules/.cache/typescript/', import.meta.url)
const self = readFileSync(new URL(import.meta.url))

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
