import { replay } from './replay-scenarios.ts'

// npm runs programs in the folder of package.json. INIT_CWD is the folder in which npm was called.
process.chdir(process.env.INIT_CWD ?? '.')

// Programs such as `head` close the pipe before they have read all of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** `npm run --silent replay -- [--print | --rewrite] PATH...` */
process.exitCode = replay(
  process.argv.slice(2),
  {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stdout.isTTY,
  },
  process.env,
)
