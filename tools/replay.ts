import { replay } from './replay-scenarios.ts'

/** `npm run --silent replay -- [--print | --rewrite] PATH...` */
process.exitCode = replay(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
})
