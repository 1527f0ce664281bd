import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'

export interface ProgramRun {
  failed: boolean
  /** What it printed, both streams, in order, without the lines that were taken out of it. */
  output: string
}

export interface RunOptions {
  environment?: Record<string, string>
  /** Is given each line as it is printed. Returns true for a line that is taken out of the output. */
  onLine?: (line: string) => boolean
}

/** Runs one of the project's programs (`node_modules/.bin`) and keeps what it prints. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<ProgramRun> {
  const { environment, onLine = () => false } = options
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  return new Promise((ended) => {
    let output = ''
    const child = spawn(program, args, { env: { ...process.env, PATH: path, ...environment } })
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
