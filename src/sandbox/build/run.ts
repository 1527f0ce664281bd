import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { onDisk } from '../../notes/on-disk.ts'
import type { Failure, Report, Script, Selection, TestResult } from '../protocol.ts'

/**
 * The most time that a run may take, in ms. A run takes less than a second, but a build may share its processors with
 * other programs.
 */
const buildTimeBudget = 180_000

/** The text of this module: what is on the disk depends on it, too. */
const self = readFileSync(fileURLToPath(import.meta.url), 'utf8')

/** The results of a file's tests, and the failures and output outside of them. */
export interface Run {
  tests: TestResult[]
  failures: Failure[]
  console: string[]
  /** The recording of each test by its first line, if the scripts include a recorder. */
  recordings: Map<number, unknown>
}

/**
 * The number of workers that may still be started, and the runs that wait for a worker to end. `BUILDS` is the number of
 * builds that share the processors.
 */
let free = Math.max(1, Math.floor(availableParallelism() / Number(process.env.BUILDS ?? 1)))
const waiting: (() => void)[] = []

/**
 * Runs tests with the runner that the page uses. No more runs at a time than there are processors. A run that is on the
 * disk, from the same scripts, is not repeated.
 *
 * @param runner the text that `bundleNodeRunner` returns
 */
export async function runTests(runner: string, load: Script[], run: Selection): Promise<Run> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    const kept = onDisk<Run>('runs', [self, runner, JSON.stringify([load, run])])
    return kept.read() ?? kept.write(await runInWorker(runner, load, run))
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

function runInWorker(runner: string, load: Script[], run: Selection): Promise<Run> {
  const worker = new Worker(runner, { eval: true })
  const tests: TestResult[] = []
  const recordings: Run['recordings'] = new Map()
  let timer: NodeJS.Timeout
  return new Promise<Run>((resolve, reject) => {
    const stop = () =>
      reject(new Error(`${run.file}:1: its tests did not end within ${buildTimeBudget / 1000} s`))
    timer = setTimeout(stop, buildTimeBudget)
    worker.on('error', reject)
    worker.on('message', (report: Report) => {
      if (report.type === 'test') tests[report.index] = report.result
      if (report.type === 'recording') recordings.set(report.line, report.recording)
      if (report.type === 'lacking')
        reject(
          new Error(
            `${run.file}:1: its tests use more of vitest than src/sandbox/quick.ts has: add it there`,
          ),
        )
      if (report.type === 'unreadable') reject(new Error(`${report.script}: ${report.message}`))
      if (report.type !== 'done') return
      if (report.changed) reject(new Error(`${run.file}:1: its code changes ${report.changed}`))
      resolve({ tests, failures: report.failures, console: report.console, recordings })
    })
    worker.postMessage({ load, run })
  }).finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}
