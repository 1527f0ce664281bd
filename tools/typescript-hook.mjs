import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'sucrase'

/** Lets Node import TypeScript: types are removed, lines stay where they are, nothing is checked. */
export async function load(url, context, nextLoad) {
  if (!/^file:.*\.tsx?(\?|$)/.test(url)) return nextLoad(url, context)
  const path = fileURLToPath(url)
  return { format: 'module', source: withoutTypes(await readFile(path, 'utf8'), path), shortCircuit: true }
}

/** @throws {SyntaxError} that begins with `path:line:column` */
export function withoutTypes(source, path) {
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
