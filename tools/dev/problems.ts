import type { IncomingMessage, ServerResponse } from 'node:http'
import { byPlace } from '../../src/notes/messages-of.ts'

/** The path, below the base URL, of the stream of problems. */
export const problemsPath = '__problems'

/** The problems of the site, by what found them. It sends them to the pages that are open, and prints them. */
export class Problems {
  readonly #bySource = new Map<string, readonly string[]>()
  readonly #pages = new Set<ServerResponse>()
  #printed = '[]'

  /** Replaces the problems that one source has found. */
  set(source: string, problems: readonly string[]): void {
    this.#bySource.set(source, problems)
    const text = JSON.stringify(this.all())
    if (text === this.#printed) return
    this.#printed = text
    for (const page of this.#pages) page.write(`data: ${text}\n\n`)
    this.#print()
  }

  /** All problems, each once, in the order of their places. */
  all(): string[] {
    return [...new Set([...this.#bySource.values()].flat())].sort(byPlace)
  }

  /** Answers a page that asks for the problems: it gets them at once, and whenever they change. */
  serve(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    response.write(`data: ${this.#printed}\n\n`)
    this.#pages.add(response)
    request.on('close', () => this.#pages.delete(response))
  }

  #print(): void {
    const problems = this.all()
    const count = problems.length === 1 ? '1 problem' : `${problems.length || 'no'} problems`
    console.log(`\n${[...problems, count].join('\n')}`)
  }
}
