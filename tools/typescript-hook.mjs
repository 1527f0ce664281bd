import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Results are kept here by what they were made of: loading sucrase and running it takes longer than most programs. */
const folder = new URL('../node_modules/.cache/typescript/', import.meta.url)
const self = await readFile(new URL(import.meta.url))

/** Lets Node import TypeScript: types are removed, lines stay where they are, nothing is checked. */
export async function load(url, context, nextLoad) {
  if (!/^file:.*\.tsx?(\?|$)/.test(url)) return nextLoad(url, context)
  const path = fileURLToPath(url)
  const source = await readFile(path, 'utf8')
  const kept = new URL(createHash('sha1').update(self).update(path).update(source).digest('hex'), folder)
  return {
    format: 'module',
    source: await readFile(kept, 'utf8').catch(() => keep(kept, withoutTypes(source, path))),
    shortCircuit: true,
  }
}

/** Writes a result for the next time; where that cannot be done, goes without. */
async function keep(file, result) {
  const text = await result
  const unfinished = new URL(`${file.href}.${process.pid}`)
  await mkdir(folder, { recursive: true })
    .then(() => writeFile(unfinished, text))
    .then(() => rename(unfinished, file))
    .catch(() => {})
  return text
}

/** @throws {SyntaxError} that begins with `path:line:column` */
async function withoutTypes(source, path) {
  const { transform } = await import('sucrase')
  try {
    return transform(source, {
      transforms: path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'],
      jsxRuntime: 'automatic',
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
