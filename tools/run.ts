import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

export interface Run {
  failed: boolean
  /** What it printed, both streams, in order. */
  output: string
}

/** Runs one of the project's programs (`node_modules/.bin`) and keeps what it prints. */
export function run(program: string, args: string[], environment: Record<string, string> = {}): Promise<Run> {
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  return new Promise((ended) => {
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    const child = spawn(program, args, { env: { ...process.env, PATH: path, ...environment } })
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => ended({ failed: true, output: `${program}: ${error.message}` }))
    child.on('close', (code) => ended({ failed: code !== 0, output }))
  })
}
