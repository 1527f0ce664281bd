/** One run of an example, from the click to the last result. */

import { defined } from '../../sandbox/define.ts'
import { type Order, type Report, type Script, timeBudget } from '../../sandbox/protocol.ts'
import { type Crash, diagnose, type Sandbox, type SandboxUrls, take } from '../../sandbox/sandbox.ts'
import type { View } from '../Results.tsx'
import type { Words } from '../words.ts'
import { emptyView, failureOf, listOf, resultOf, textOf } from './view.ts'

/** The file with vitest's packages; `plugin.ts` names it. */
declare const VITEST: string

/** Returns the URLs of a sandbox that runs tests as vitest does, whatever they are, and describes failures. */
export function withVitest(urls: SandboxUrls): SandboxUrls {
  return { ...urls, scripts: [['/vitest', VITEST], ...urls.scripts], isOwn: false }
}

/** An order, and the TypeScript from which its scripts were compiled, by file. */
export interface Draft {
  order: Order
  sources: ReadonlyMap<string, string>
}

/** Code that cannot be run at all. */
export class Unreadable extends Error {
  readonly file: string
  readonly source: string
  readonly line: number
  readonly column: number | undefined

  constructor(message: string, file: string, source: string, line = 0, column?: number) {
    super(message.replace(/^(Uncaught )?SyntaxError: /, ''))
    this.file = file
    this.source = source
    this.line = line
    this.column = column
  }
}

/** Returns the script of a module that exports one value as `answer`. It needs no compiler, which is a large file. */
export function answerScript(id: string, value: unknown): Script {
  return { name: `/${id}`, text: defined(id, `exports.answer=${JSON.stringify(value)}`) }
}

/**
 * Starts a run, and reports its progress and its end: by itself, after {@link timeBudget}, or because its code cannot be
 * read or a file cannot be loaded. If the sandbox turns out to need {@link withVitest}, the run begins anew.
 *
 * @returns a function that stops the run
 */
export function startRun(
  urls: SandboxUrls,
  drafting: Promise<Draft>,
  words: Words,
  on: { progress(view: View): void; end(view: View): void },
): () => void {
  const view = emptyView()
  let sandbox: Sandbox | undefined
  let budget: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  const end = (notice?: View['notice']) => {
    if (isOver) return
    isOver = true
    clearTimeout(budget)
    sandbox?.end()
    if (notice) view.notice = notice
    on.end(view)
  }

  const handle = (report: Report | Crash, { order, sources }: Draft) => {
    if (isOver) return
    if (report.type === 'collected') {
      view.tests = listOf(report.titles, (title) => ({ title: textOf(title), state: 'waiting' }))
      on.progress(view)
    } else if (report.type === 'test' && view.tests[Number(report.index)]) {
      view.tests[Number(report.index)] = resultOf(report.result)
      on.progress(view)
    } else if (report.type === 'uncaught') {
      view.failures = listOf([...view.failures, report.failure], failureOf)
    } else if (report.type === 'done') {
      view.failures.push(...listOf(report.failures, failureOf))
      Object.assign(view, { console: listOf(report.console, textOf), cut: Boolean(report.cut) })
      end(report.changed ? { message: words.builtInChanged(textOf(report.changed)) } : undefined)
    } else if (report.type === 'lacking') {
      sandbox?.end()
      clearTimeout(budget)
      start(withVitest(urls))
    } else if (report.type === 'unreadable') {
      const script = order.load.find(({ name }) => name === report.script)
      const file = textOf(report.script).slice(1)
      const diagnosing = script && !report.line ? diagnose(urls.frame, script) : Promise.resolve(undefined)
      diagnosing.then((crash) => {
        const { message, line } = { ...report, ...crash }
        end(
          describe(new Unreadable(textOf(message), file, sources.get(file) ?? '', Number(line ?? 0)), words),
        )
      })
    } else if (report.type === 'crash') {
      end({ message: words.crashed, detail: textOf(report.message) })
    }
  }

  const begin = async (urls: SandboxUrls) => {
    const draft = await drafting
    sandbox = await take(urls)
    if (isOver) {
      sandbox.end()
      return
    }
    sandbox.order(draft.order, (report) => handle(report, draft))
    await sandbox.loaded
    if (isOver) return
    budget = setTimeout(() => end({ message: words.outOfTime(timeBudget / 1000) }), timeBudget)
  }
  // A sandbox that was prepared before the click may have failed for a reason that no longer exists: try once more.
  const start = (urls: SandboxUrls) => {
    begin(urls)
      .catch(() => begin(urls))
      .catch((error) =>
        end(error instanceof Unreadable ? describe(error, words) : { message: words.loadFailed }),
      )
  }
  start(urls)
  return () => end({ message: words.stopped })
}

/** Describes a syntax error, with the line and a mark below the column. */
function describe({ message, file, source, line, column }: Unreadable, words: Words): View['notice'] {
  const text = source.split('\n')[line - 1]
  const caret = column ? `\n${' '.repeat(column - 1)}^` : ''
  return {
    message: line ? words.syntaxError(file.split('/').at(-1) ?? file, line, column) : message,
    detail: text === undefined ? message : `${text}${caret}\n${message}`,
  }
}
