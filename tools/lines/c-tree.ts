import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Range } from '../../reference/kernel-files.ts'

/** A definition in a C file. */
export interface Definition {
  /** `tcp_v4_rcv`, `struct mptcp_cb`, `struct mptcp_cb.pm_ops`, `SYSCALL_DEFINE2(delete_module)`, `(anonymous)`. */
  readonly name: string
  readonly lines: Range
}

/** A definition as ctags prints it. */
interface Tag {
  path: string
  name: string
  line: number
  end?: number
  kind: string
  scope?: string
  scopeKind?: string
}

/** A file of the kernel tree. */
export interface TreeFile {
  /** The number of its lines. */
  readonly lines: number
  readonly definitions: readonly Definition[]
}

/** Attributes after the name of a variable, which ctags would take for the name. */
const marks = ['__read_mostly', '__ro_after_init', '__initdata']

/**
 * Reads files of a kernel tree with Universal Ctags. Missing files are left out.
 *
 * @throws if Universal Ctags is not installed
 */
export function readTree(tree: string, files: readonly string[]): Map<string, TreeFile> {
  const present = files.filter((file) => existsSync(join(tree, file)))
  const tags = runCtags(tree, present)
  return new Map(
    present.map((file) => {
      const source = readFileSync(join(tree, file), 'utf8')
      const definitions = definitionsIn(
        source,
        tags.filter(({ path }) => path === file),
      )
      return [file, { lines: source.trimEnd().split('\n').length, definitions }]
    }),
  )
}

function runCtags(tree: string, files: readonly string[]): Tag[] {
  const flags = ['--options=NONE', '--language-force=C', '--output-format=json', '--fields=+ne', '-f', '-']
  try {
    const output = execFileSync('ctags', [...flags, `-I${marks.join(',')}`, ...files], {
      cwd: tree,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: Number.POSITIVE_INFINITY,
    })
    return output
      .split('\n')
      .filter((line) => line)
      .map((line) => JSON.parse(line))
  } catch (error) {
    throw new Error(
      `this needs Universal Ctags (Debian and Ubuntu: apt install universal-ctags): ${(error as Error).message}`,
    )
  }
}

/** Returns the definitions of a file: those that ctags finds, and calls of macros outside of functions. */
export function definitionsIn(source: string, tags: readonly Tag[]): Definition[] {
  const calls = callsIn(source, tags)
  const tagged = tags.map((tag): Definition => {
    const lines: Range = [tag.line, tag.end ?? tag.line]
    return { name: nameOf(tag), lines: tag.kind === 'variable' ? withCalls(tag.name, lines, calls) : lines }
  })
  return [
    ...tagged,
    ...calls.map(({ macro, first, lines }) => ({ name: first ? `${macro}(${first})` : macro, lines })),
  ]
}

function nameOf({ name, kind, scope, scopeKind }: Tag): string {
  if (name.startsWith('__anon')) return '(anonymous)'
  if (['struct', 'union', 'enum'].includes(kind)) return `${kind} ${name}`
  return kind === 'member' ? `${scopeKind} ${scope}.${name}` : name
}

/** A call of a macro outside of functions: `module_init(f);`, `static DECLARE_WORK(w, f);`, `SYSCALL_DEFINE2(n, …) {…}`. */
interface Call {
  macro: string
  /** Its first argument, if that is a name. */
  first: string
  lines: Range
}

function callsIn(source: string, tags: readonly Tag[]): Call[] {
  const text = source.split('\n')
  return text.flatMap((line, index) => {
    const [, macro = '', first = ''] = /^(?:static )?(\w+)\((\w*)/.exec(line) ?? []
    if (!macro) return []
    const body = tags.find((tag) => tag.line === index + 1 && tag.kind === 'function')?.end
    const end = text.findIndex((line, at) => at >= index && line.trimEnd().endsWith(';'))
    return [{ macro, first, lines: [index + 1, body ?? end + 1] as const }]
  })
}

/** Extends the lines of a variable by the calls right below that name it: `module_param(name, …)`. */
function withCalls(name: string, [from, to]: Range, calls: readonly Call[]): Range {
  const next = calls.find(({ first, lines }) => first === name && lines[0] === to + 1)
  return next ? withCalls(name, [from, next.lines[1]], calls) : [from, to]
}
