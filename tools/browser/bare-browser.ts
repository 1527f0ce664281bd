/**
 * Chromium without Playwright. Playwright stops each new worker until it has attached to it, which takes longer than
 * what `npm run bench:site` measures.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A browser that was started by {@link launchBare}. */
export interface BareBrowser {
  /** Opens a page in a profile of its own, and waits until it has loaded. */
  open(url: string): Promise<BarePage>
  close(): Promise<void>
}

/** A page of such a browser. */
export interface BarePage {
  /** Evaluates an expression, and awaits its promise. @throws if it throws */
  evaluate<Value>(expression: string): Promise<Value>
  /** Moves the mouse to a position in px, or presses or releases its button there. */
  mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number): Promise<void>
  /** Makes the CPU slower for the page by this factor. */
  slowDown(times: number): Promise<void>
  close(): Promise<void>
}

type Send = <Result>(method: string, params?: object, sessionId?: string) => Promise<Result>

/** Starts the browser at `path`. */
export async function launchBare(path: string, args: readonly string[] = []): Promise<BareBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'bare-browser-'))
  const options = [...args, '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`]
  const browser = spawn(path, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const send = speak(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  return {
    open: (url) => open(send, url),
    async close() {
      const gone = once(browser, 'exit')
      send('Browser.close') // it may exit before it answers
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Chrome's DevTools protocol over two pipes: JSON, with a zero byte after each message. */
function speak(input: Writable, output: Readable): Send {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let text = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (text + chunk).split('\0')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message)
      if (error) waiting.get(id)?.reject(new Error(error.message))
      else waiting.get(id)?.resolve(result)
      waiting.delete(id)
    }
  })
  let last = 0
  return (method, params = {}, sessionId) => {
    const id = ++last
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) => waiting.set(id, { resolve: resolve as never, reject }))
  }
}

async function open(send: Send, url: string): Promise<BarePage> {
  const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext')
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url, browserContextId })
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })

  const page: BarePage = {
    async evaluate(expression) {
      const params = { expression, awaitPromise: true, returnByValue: true }
      const answer = await send<{ result: { value: never }; exceptionDetails?: { text: string } }>(
        'Runtime.evaluate',
        params,
        sessionId,
      )
      if (answer.exceptionDetails) throw new Error(`${expression}: ${answer.exceptionDetails.text}`)
      return answer.result.value
    },
    async mouse(type, x, y) {
      const button = type === 'mouseMoved' ? 'none' : 'left'
      await send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 }, sessionId)
    },
    async slowDown(rate) {
      await send('Emulation.setCPUThrottlingRate', { rate }, sessionId)
    },
    async close() {
      await send('Target.disposeBrowserContext', { browserContextId })
    },
  }
  while (
    !(await page.evaluate<boolean>(`location.href !== 'about:blank' && document.readyState === 'complete'`))
  )
    await new Promise((resolve) => setTimeout(resolve, 20))
  return page
}
