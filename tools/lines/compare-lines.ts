import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { statementLines } from '../../examples/reference/statement-lines.ts'
import {
  isInside,
  type KernelFile,
  type KernelFiles,
  kernelFiles,
  own,
  type Range,
  symbolNames,
} from '../../reference/kernel-files.ts'
import { fullmeshFile, fullmeshSha256 } from '../../reference/kernel-source.ts'
import { readReferences } from '../../src/c-line/check.ts'
import { linesOf, type Reference } from '../../src/c-line/reference.ts'
import { parseLines } from '../../src/walkthrough/build/statement-lines.ts'
import { rangesOf } from '../../src/walkthrough/statement-lines.ts'
import { type Definition, readTree, type TreeFile } from './c-tree.ts'

const storedIn = 'reference/c-lines.ts'

/**
 * `npm run check:lines -- TREE [--write]`: compares the stored lines of symbols with a kernel tree, and prints the
 * differences. The lines of the statements of the model must begin and end with code.
 *
 * With `--write` it stores the lines of all symbols that are referred to. Entries of files that the tree does not have
 * are not changed, nor is `examples/reference/symbols.ts` with the lines of `mptcp_fullmesh.c`.
 *
 * @returns the exit status: 1 if differences are found or, with `--write`, are left
 * @throws if Universal Ctags is not installed
 */
export function checkLines(args: readonly string[], print: (line: string) => void): number {
  const [tree, ...more] = args.filter((arg) => arg !== '--write')
  if (!tree || more.length > 0) {
    print('which kernel tree? npm run check:lines -- TREE [--write]')
    return 1
  }
  if (sha256(join(tree, fullmeshFile)) !== fullmeshSha256) {
    print(
      `${join(tree, fullmeshFile)}: not the file that the notes are about, whose sha256 is ${fullmeshSha256}`,
    )
    return 1
  }
  const references = readReferences('.')
  const real = readTree(tree, filesIn(references, kernelFiles))
  const { found, problems: differences } = compare(references, kernelFiles, real)
  const withoutCode = linesWithoutCode(readFileSync(join(tree, fullmeshFile), 'utf8'))
  const problems = [...differences, ...withoutCode]
  for (const problem of problems) print(problem)
  if (!args.includes('--write')) {
    print(`${references.length} references, ${problems.length} differences`)
    return problems.length > 0 ? 1 : 0
  }
  writeFileSync(storedIn, formatLines(found))
  const left = compare(references, found, real).problems.length + withoutCode.length
  print(`${storedIn}: written; ${left} differences are left`)
  return left > 0 ? 1 : 0
}

function sha256(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch {
    return undefined
  }
}

/**
 * Returns one message for each range in `examples/reference/statement-lines.ts` that begins or ends with a line without
 * code: an empty line, a comment, a brace, or a line of the preprocessor.
 *
 * @param source the text of `mptcp_fullmesh.c`
 */
export function linesWithoutCode(source: string, table = statementLines): string[] {
  const withoutComments = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/./g, ' '))
  const lines = withoutComments.split('\n').map((line) => line.replace(/^\s*#.*/, ''))
  const hasCode = (line: number) => /\w/.test(lines[line - 1] ?? '')
  return Object.entries(table).flatMap(([module, functions]) =>
    Object.entries(functions).flatMap(([fn, statements]) =>
      Object.entries(statements).flatMap(([text, entry]) =>
        [...new Set(rangesOf(parseLines(entry)).flat())]
          .filter((line) => !hasCode(line))
          .map(
            (line) =>
              `${fullmeshFile}:${line}: no code; ${fn} in ${module} has it for ${JSON.stringify(text)}`,
          ),
      ),
    ),
  )
}

/** Reads the files that are referred to in the tree. Returns one message for each difference from the stored lines. */
export function compare(
  references: readonly Reference[],
  stored: KernelFiles,
  tree: ReadonlyMap<string, TreeFile>,
): { found: KernelFiles; problems: string[] } {
  const problems: string[] = []
  const found: Record<string, KernelFile> = {}
  for (const file of filesIn(references, stored)) {
    const before = own(stored, file)
    const real = tree.get(file)
    if (!real) {
      problems.push(`${file}: not in this tree`)
      if (before) found[file] = before
      continue
    }
    const here = references.filter((reference) => reference.file === file)
    const names = file === fullmeshFile ? Object.keys(before?.symbols ?? {}) : namesOf(here)
    const symbols: Record<string, Range> = {}
    for (const name of names) {
      const range = find(name, real.definitions, own(before?.symbols, name), here)
      if (range) symbols[name] = range
    }
    found[file] = { lines: real.lines, symbols }
    problems.push(...differences(file, names, before, found[file]))
  }
  return { found, problems }
}

/** Returns the files that are referred to or stored. */
function filesIn(references: readonly Reference[], stored: KernelFiles): string[] {
  return [...new Set([...Object.keys(stored), ...references.map(({ file }) => file)])].sort()
}

function namesOf(references: readonly Reference[]): string[] {
  return [...new Set(references.flatMap(({ within }) => within.flatMap(symbolNames)))]
}

/** Returns the lines of a symbol; of several definitions (`#ifdef`), those of the one that is referred to. */
function find(
  name: string,
  definitions: readonly Definition[],
  stored: Range | undefined,
  references: readonly Reference[],
): Range | undefined {
  if (name.startsWith('(')) {
    // It has no name in C, so only its lines can be compared.
    return definitions.find((one) => one.name === '(anonymous)' && String(one.lines) === String(stored))
      ?.lines
  }
  const lines = references.flatMap((reference) =>
    reference.at && reference.within.includes(name) ? [linesOf(reference) ?? []].flat() : [],
  )
  const candidates = definitions.filter((one) => one.name === name).map((one) => one.lines)
  return candidates.find((range) => lines.every((line) => isInside([line, line], range))) ?? candidates[0]
}

function differences(
  file: string,
  names: readonly string[],
  before: KernelFile | undefined,
  real: KernelFile,
): string[] {
  const inWords = (range: Range | undefined) => (range ? `lines ${range.join(' to ')}` : 'nowhere')
  const all = [...new Set([...names, ...Object.keys(before?.symbols ?? {})])]
  return [
    ...(before && before.lines !== real.lines
      ? [`${file}: has ${real.lines} lines, and ${before.lines} are stored`]
      : []),
    ...all.flatMap((name) => {
      if (!names.includes(name)) return [`${file}: nothing refers to ${name}, which is stored`]
      const [stored, found] = [inWords(own(before?.symbols, name)), inWords(own(real.symbols, name))]
      if (!own(real.symbols, name)) return [`${file}: does not define ${name} (stored: ${stored})`]
      return stored === found ? [] : [`${file}: ${name} is in ${found} (stored: ${stored})`]
    }),
  ]
}

/** Returns the source of `reference/c-lines.ts`. */
export function formatLines(files: KernelFiles): string {
  const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)
  const entries = Object.entries(files)
    .filter(([file]) => file !== fullmeshFile)
    .map(([file, { lines, symbols }]) => {
      const rows = Object.entries(symbols).sort(([, a], [, b]) => a[0] - b[0] || b[1] - a[1])
      const body = rows.map(([name, [first, last]]) => `      ${key(name)}: [${first}, ${last}],\n`).join('')
      return `  '${file}': {\n    lines: ${lines},\n    symbols: {\n${body}    },\n  },\n`
    })
  return `/**
 * The files of the kernel tree that the site refers to, besides \`mptcp_fullmesh.c\`: the number of their lines, and the
 * lines of the symbols that are referred to.
 *
 * Written by \`npm run check:lines -- TREE --write\`.
 */
export const cLines = {
${entries.join('')}} as const
`
}
