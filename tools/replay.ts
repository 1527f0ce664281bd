import { replay } from './replay-scenarios.ts'

/** `npm run --silent replay -- [--rewrite] PATH...` */
process.exitCode = replay(process.argv.slice(2), console.log)
