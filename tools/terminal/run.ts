import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'

/** A program that has ended. */
export interface ProgramRun {
  failed: boolean
  /** The lines of both streams, in order, without those that `onLine` removed. */
  output: string
}

interface RunOptions {
  /** The folder in which it runs; the current one by default. */
  folder?: string
  environment?: Record<string, string>
  /** Ends the program. */
  signal?: AbortSignal | undefined
  /** Is called with each line when it is printed. Returns true to remove it from the output. */
  onLine?: (line: string) => boolean
}

/** Runs one of the project's programs (`node_modules/.bin`) and collects its output. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<ProgramRun> {
  const { folder, environment, signal, onLine = () => false } = options
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  return new Promise((ended) => {
    let output = ''
    const child = spawn(program, args, {
      ...(folder !== undefined && { cwd: folder }),
      env: { ...process.env, PATH: path, ...environment },
      ...(signal && { signal }),
    })
    const printed = new PassThrough()
    child.stdout.pipe(printed, { end: false })
    child.stderr.pipe(printed, { end: false })
    const lines = createInterface({ input: printed })
    lines.on('line', (line) => {
      if (!onLine(line)) output += `${line}\n`
    })
    let failed = true
    child.on('error', (error) => printed.end(`${program}: ${error.message}\n`))
    child.on('close', (code) => {
      failed = code !== 0
      printed.end()
    })
    lines.on('close', () => ended({ failed, output }))
  })
}
