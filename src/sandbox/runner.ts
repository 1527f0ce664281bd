/** Runs test files in a worker, where there is no vitest. */

import { watchBuiltIns } from './built-ins.ts'
import { confine } from './confine.ts'
import { Modules } from './modules.ts'
import type { Host, Order, Report } from './protocol.ts'
import { quick } from './quick.ts'
import type { Tester } from './tester.ts'

/** Delay before a worker that has loaded its scripts and got no order warms up, in ms. */
const warmUpDelay = 20

const { setTimeout: setTimer, clearTimeout: clearTimer } = globalThis

/**
 * Prepares this worker to run tests. It begins with {@link quick}; a script can replace that by `__useTester`.
 *
 * @returns handlers of the page's orders, and of errors that the tests did not catch
 */
export function serve(host: Host): { order(order: Order): Promise<void>; uncaught(error: unknown): void } {
  const modules = new Modules()
  let tester: Tester = quick
  let isRunOrdered = false
  let warmingUp: Promise<void> | undefined
  let warmUpTimer: ReturnType<typeof setTimeout> | undefined

  confine()
  const changedBuiltIn = watchBuiltIns()
  /** Ends a run in which the runner itself failed. It uses no built-in, since the code may have changed any. */
  const broken = (error: unknown) => {
    if (tester === quick) {
      host.post({ type: 'lacking' })
      return
    }
    const changed = changedBuiltIn()
    const failures = [{ message: `${error}` }]
    host.post({ type: 'done', failures, console: [], cut: false, ...(changed && { changed }) })
  }
  const post = (report: Report) => {
    const changed = changedBuiltIn()
    host.post(report.type === 'done' && changed ? { ...report, changed } : report)
  }

  /**
   * Runs the tests and drops the results, so that the browser has compiled the code before a run is ordered. When a run
   * is ordered meanwhile, the remaining tests are left out.
   */
  const warmUp = async () => {
    const isWanted = async () => {
      await new Promise((resolve) => setTimer(resolve))
      return !isRunOrdered
    }
    for (const file of modules.testFiles())
      await tester.run({ file }, { modules, post: () => {}, isWanted }).catch(() => {})
  }

  Object.assign(globalThis, {
    __define: (...module: Parameters<Modules['define']>) => modules.define(...module),
    __useTester: (other: Tester) => {
      tester = other
    },
  })

  return {
    async order({ load, run }) {
      isRunOrdered = run !== undefined
      clearTimer(warmUpTimer)
      await warmingUp
      for (const { name, text } of load) {
        try {
          host.load({ name, text })
        } catch (error) {
          host.post({ type: 'unreadable', script: name, ...syntaxError(error as Error) })
          return
        }
      }
      if (run) {
        await tester.run(run, { modules, post }).catch(broken)
      } else {
        host.post({ type: 'loaded' })
        warmUpTimer = setTimer(() => {
          warmingUp = warmUp()
        }, warmUpDelay)
      }
    },
    uncaught(error) {
      try {
        const failure = tester.describe(error, modules)
        host.post(failure ? { type: 'uncaught', failure } : { type: 'lacking' })
      } catch (own) {
        broken(own)
      }
    },
  }
}

/** Describes a syntax error. Firefox has the line in `lineNumber`, WebKit in `line`; Chromium does not report it. */
function syntaxError(error: Error): { message: string; line?: number } {
  const { lineNumber, line = lineNumber } = error as { lineNumber?: number; line?: number }
  const message = error.message.replace(/^Failed to execute 'importScripts' on 'WorkerGlobalScope': /, '')
  return { message, ...(error instanceof SyntaxError && line && { line }) }
}
