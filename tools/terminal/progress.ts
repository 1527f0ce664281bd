import type { WriteStream } from 'node:tty'

/** The time between two lines where no line can be overwritten, in ms. */
const interval = 10_000

type Out = Pick<WriteStream, 'write'> & { isTTY?: boolean; columns?: number }

/**
 * Shows what is running, for how long, and its progress: on a terminal in one line that is overwritten, elsewhere in a
 * line every 10 s.
 *
 * @param howFar returns the progress, in words, or '' if it is unknown
 * @returns a function that stops showing it, and clears the line
 */
export function showProgress(name: string, howFar: () => string, out: Out = process.stdout): () => void {
  const start = performance.now()
  const show = () => {
    const seconds = Math.round((performance.now() - start) / 1000)
    const text = `${[name, howFar()].filter(Boolean).join(': ')} (${seconds} s)`
    out.write(out.isTTY ? `\r\x1b[K${text.slice(0, (out.columns ?? 80) - 1)}` : `   ${text}\n`)
  }
  const timer = setInterval(show, out.isTTY ? 200 : interval)
  return () => {
    clearInterval(timer)
    if (out.isTTY) out.write('\r\x1b[K')
  }
}
