import type { IncomingMessage, ServerResponse } from 'node:http'
import { byPlace } from '../../src/notes/messages-of.ts'
import { summary } from '../checks/summary.ts'

/** The path, below the base URL, of the stream of problems. */
export const problemsPath = '__problems'

/** What a page is sent. */
export interface Report {
  problems: readonly string[]
  /** Messages about texts that are not current: they are no problems. */
  notCurrent: readonly string[]
  /** How many there are of each. */
  summary: string
}

/** The problems of the site, by what found them. It sends them to the pages that are open, and prints them. */
export class Problems {
  readonly #bySource = new Map<string, readonly string[]>()
  readonly #pages = new Set<ServerResponse>()
  #notCurrent: readonly string[] = []
  #sent = JSON.stringify(reportOf([], []))

  /** Replaces the problems that one source has found. */
  set(source: string, problems: readonly string[]): void {
    this.#bySource.set(source, problems)
    this.#report()
  }

  /** Replaces the messages about texts that are not current. */
  setNotCurrent(messages: readonly string[]): void {
    this.#notCurrent = messages
    this.#report()
  }

  /** Answers a page that asks for the problems: it gets them at once, and whenever they change. */
  serve(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    response.write(`data: ${this.#sent}\n\n`)
    this.#pages.add(response)
    request.on('close', () => this.#pages.delete(response))
  }

  /** Sends and prints all problems, each once, in the order of their places. */
  #report(): void {
    const problems = [...new Set([...this.#bySource.values()].flat())].sort(byPlace)
    const report = reportOf(problems, this.#notCurrent)
    const text = JSON.stringify(report)
    if (text === this.#sent) return
    this.#sent = text
    for (const page of this.#pages) page.write(`data: ${text}\n\n`)
    console.log(`\n${[...report.problems, ...report.notCurrent, report.summary].join('\n')}`)
  }
}

function reportOf(problems: readonly string[], notCurrent: readonly string[]): Report {
  const lines = summary(problems, [], notCurrent).lines
  return { problems, notCurrent: lines.slice(problems.length, -1), summary: lines.at(-1) ?? '' }
}
