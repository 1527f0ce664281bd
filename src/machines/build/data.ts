import {
  type Counterpart,
  counterparts,
  type NoCounterpart,
} from '../../../examples/reference/counterparts.ts'
import { type CSymbol, type SymbolKind, symbols } from '../../../examples/reference/symbols.ts'
import { type CallStackData, callStackIn, readCallStacks } from '../../../reference/call-stacks.ts'
import { calls } from '../../../reference/calls.ts'
import { fullmeshFile, fullmeshPage, fullmeshSha256, sourceUrl } from '../../../reference/kernel-source.ts'
import { type Language, textIn } from '../../../reference/languages.ts'
import { accessesOf, type FieldAccess } from '../../../reference/layouts.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'

/** `data/symbols.json`: the symbols of the C file, in its order. */
export interface SymbolsFile {
  file: string
  url: string
  sha256: string
  symbols: SymbolEntry[]
}

interface SymbolEntry {
  name: string
  kind: SymbolKind
  /** The first and the last line. */
  lines: readonly [number, number]
  /** The address of these lines. */
  url: string
  /** The symbol for the other address family, if there is one. */
  twin?: string
  /** The declaration of the model, and its file in the repository; absent if there is none. */
  typescript?: { name: string; file: string; value?: string }
  /** Why the model has no declaration for it. */
  because?: string
  /** The address of the page, or of its section, that explains it. */
  page: string
  /** The calls of a function: all within the file, and those from other files that are in call stacks. */
  calledBy?: CallEntry[]
  /** The calls in a function, of functions of the file. */
  calls?: CallEntry[]
  /** The functions of the file that write a field, and those that read it. */
  writtenBy?: AccessEntry[]
  readBy?: AccessEntry[]
}

interface AccessEntry {
  /** The function. */
  name: string
  /** Ranges of lines: the first and the last. */
  lines: FieldAccess['ranges']
}

interface CallEntry {
  /** The other function. */
  name: string
  /** The file and the line of the call. */
  file: string
  line: number
  /** The pointer through which it is called. */
  pointer?: string
}

/** `data/call-stacks.json` */
export interface CallStacksFile {
  callStacks: (CallStackData & {
    /** The function or op at its end. */
    target: string
    /** Addresses of the pages that show it, each with the place on the page. */
    pages: string[]
  })[]
}

/**
 * Makes the list of symbols.
 *
 * @param edges the calls in call stacks
 * @param addressOf returns the address of a page, from its path below the language: `ops/new-session/#when`
 */
export function symbolsIn(
  language: Language,
  { files, edges }: ReturnType<typeof readCallStacks>['edges'],
  addressOf: (path: string) => string,
): SymbolsFile {
  const within = calls.map(([caller, line, callee]) => ({ caller, file: fullmeshFile, line, callee }))
  const fromOthers = edges.flatMap(([at, caller, line, callee, pointer]) => {
    const file = files[at] ?? ''
    return file === fullmeshFile ? [] : [{ caller, file, line, callee, ...(pointer && { pointer }) }]
  })
  const all: readonly CSymbol[] = symbols
  return {
    file: fullmeshFile,
    url: fullmeshPage,
    sha256: fullmeshSha256,
    symbols: all.map((symbol) => {
      const name = symbol.name as keyof typeof pageOf
      const [first, last] = symbol.lines
      return {
        ...symbol,
        url: sourceUrl(fullmeshFile, first, first === last ? undefined : last),
        ...counterpart(counterparts[name], language),
        page: addressOf(pageOf[name].replace(/(?=#|$)/, '/')),
        ...(symbol.kind === 'function' && {
          calledBy: [...within, ...fromOthers].flatMap(({ caller, callee, ...call }) =>
            callee === name ? [{ name: caller, ...call }] : [],
          ),
          calls: within.flatMap(({ caller, callee, ...call }) =>
            caller === name ? [{ name: callee, ...call }] : [],
          ),
        }),
        ...(symbol.kind === 'field' && accesses(name)),
      }
    }),
  }
}

function accesses(field: string): Pick<SymbolEntry, 'writtenBy' | 'readBy'> {
  const { writes, reads } = accessesOf(field)
  const entry = ({ name, ranges }: FieldAccess): AccessEntry => ({ name, lines: ranges })
  return { writtenBy: writes.map(entry), readBy: reads.map(entry) }
}

function counterpart(entry: Counterpart | NoCounterpart, language: Language) {
  if ('because' in entry) return { because: textIn(entry.because, language) }
  return { typescript: { ...entry, file: `examples/${entry.file}` } }
}

/** Makes the list of call stacks. @param pagesOf returns the addresses of the pages that show one */
export function callStacksIn(
  siteDir: string,
  language: Language,
  pagesOf: (id: string) => string[],
): CallStacksFile {
  const { stacks, translations } = readCallStacks(siteDir)
  return {
    callStacks: stacks.map((stack) => {
      const { id, ...data } = callStackIn(language, stack, translations)
      return { id, target: stack.target, ...data, pages: pagesOf(id) }
    }),
  }
}
