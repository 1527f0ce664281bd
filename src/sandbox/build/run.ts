import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { once, onDisk } from '../../notes/on-disk.ts'
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
 * The number of runs that may still begin, and those that wait for one to end. `BUILDS` is the number of builds that share
 * the processors.
 */
let free = Math.max(1, Math.floor(availableParallelism() / Number(process.env.BUILDS ?? 1)))
const waiting: (() => void)[] = []

/** Calls `work` when fewer runs are under way than there are processors. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

/** A worker of Node in which the runner and some scripts are loaded, and the test files that it has run. */
interface LoadedWorker {
  worker: Worker
  files: Set<string>
  /** Ends it when it has had nothing to do for a second. */
  timer?: NodeJS.Timeout
}

/** The workers that have ended their runs, by what they have loaded. */
const idle = new Map<string, LoadedWorker[]>()

/**
 * Runs tests with the runner that the page uses. No more runs at a time than there are processors. A run that is on the
 * disk, from the same scripts, is not repeated.
 *
 * A worker runs several files one after another, since most of what it takes to run one is to load and to compile what
 * all need. Each run imports all modules anew, as in the page, where a worker warms up before the reader presses Run.
 *
 * @param runner the text that `bundleNodeRunner` returns
 * @param load the scripts; the last defines the test file
 */
export function runTests(runner: string, load: Script[], run: Selection): Promise<Run> {
  const place = onDisk<Run>('runs', [self, runner, JSON.stringify([load, run])])
  return once(place, () => runInWorker(runner, load, run), whenFree)
}

async function runInWorker(runner: string, load: Script[], run: Selection): Promise<Run> {
  const [common, own] = [load.slice(0, -1), load.slice(-1)]
  const loaded = createHash('sha256')
    .update(JSON.stringify([runner, common]))
    .digest('hex')
  const workers = idle.get(loaded) ?? []
  idle.set(loaded, workers)
  const at = workers.findIndex(({ files }) => !files.has(run.file)) // a module that is defined again counts as edited
  const [known] = at < 0 ? [] : workers.splice(at, 1)
  const used = known ?? { worker: new Worker(runner, { eval: true }), files: new Set() }
  clearTimeout(used.timer)
  used.worker.ref()
  try {
    const result = await ordered(used.worker, known ? own : load, run)
    used.files.add(run.file)
    used.timer = setTimeout(() => {
      workers.splice(workers.indexOf(used), 1)
      used.worker.terminate()
    }, 1000).unref()
    used.worker.unref()
    workers.push(used)
    return result
  } catch (error) {
    used.worker.terminate()
    throw error
  }
}

/** Has a worker load scripts and run tests. */
function ordered(worker: Worker, load: Script[], run: Selection): Promise<Run> {
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
    for (const event of ['message', 'error'] as const) worker.removeAllListeners(event)
  })
}
