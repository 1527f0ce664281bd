/** One run of an example, from the click to the last result. */

import { type Order, outputLimit, type Report, timeBudget } from '../../sandbox/protocol.ts'
import { type Addresses, type Crash, diagnose, type Sandbox, take } from '../../sandbox/sandbox.ts'
import type { View } from '../results.ts'
import type { Words } from '../words.ts'

/** What to run. `sources` is the TypeScript that its scripts were compiled from, by file. */
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

/** A run of which nothing is known yet. */
export function emptyView(notice?: View['notice']): View {
  return { tests: [], failures: [], console: [], cut: false, ...(notice && { notice }) }
}

/**
 * Starts a run, tells of each step, and then how it ended: by itself, or because its time was over, or its
 * code unreadable, or a file did not come.
 *
 * @returns what stops it
 */
export function startRun(
  addresses: Addresses,
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

  const hear = (report: Report | Crash, { order, sources }: Draft) => {
    if (isOver) return
    if (report.type === 'collected') {
      view.tests = report.titles.slice(0, outputLimit.tests).map((title) => ({ title, state: 'waiting' }))
      on.progress(view)
    } else if (report.type === 'test' && report.index in view.tests) {
      view.tests[report.index] = report.result
      on.progress(view)
    } else if (report.type === 'stray') {
      view.failures.push(report.failure)
    } else if (report.type === 'done') {
      view.failures.push(...report.failures)
      Object.assign(view, { console: report.console, cut: report.cut })
      end()
    } else if (report.type === 'unreadable') {
      const script = order.load.find(({ name }) => name === report.script)
      const file = report.script.slice(1)
      const diagnosing =
        script && !report.line ? diagnose(addresses.frame, script) : Promise.resolve(undefined)
      diagnosing.then((crash) => {
        const { message, line } = { ...report, ...crash }
        end(describe(new Unreadable(message, file, sources.get(file) ?? '', line), words))
      })
    } else if (report.type === 'crash') {
      end({ message: words.crashed, detail: report.message })
    }
  }

  const begin = async () => {
    const draft = await drafting
    sandbox = await take(addresses)
    if (isOver) {
      sandbox.end()
      return
    }
    sandbox.order(draft.order, (report) => hear(report, draft))
    await sandbox.loaded
    if (isOver) return
    budget = setTimeout(() => end({ message: words.outOfTime(timeBudget / 1000) }), timeBudget)
  }
  // What was made ready before the click may have failed for a reason that is over: it is tried once more.
  begin()
    .catch(begin)
    .catch((error) =>
      end(error instanceof Unreadable ? describe(error, words) : { message: words.loadFailed }),
    )
  return () => end({ message: words.stopped })
}

/** The line that cannot be read, and what is wrong with it. */
function describe({ message, file, source, line, column }: Unreadable, words: Words): View['notice'] {
  const text = source.split('\n')[line - 1]
  const caret = column ? `\n${' '.repeat(column - 1)}^` : ''
  return {
    message: line ? words.syntaxError(file.split('/').at(-1) ?? file, line, column) : message,
    detail: text === undefined ? message : `${text}${caret}\n${message}`,
  }
}
