import { runCommand } from './commands.ts'
import { refusalOfNpmOptions } from './npm-options.ts'

/** `npm run translate COMMAND`: see `--help`, and README.md. */
const args = process.argv.slice(2)
const refusal = refusalOfNpmOptions(args, process.env)
const { output, code = 0 } = refusal
  ? { output: `${refusal}\n`, code: 2 }
  : runCommand(args, {
      siteDir: process.cwd(),
      hasColours: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
    })
const isError = code === 2
;(isError ? process.stderr : process.stdout).write(output)
process.exitCode = code

// Programs such as `head` close the pipe before they have read all of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
