import { checkLines } from './compare-lines.ts'

/** `npm run check:lines -- TREE [--write]` */
try {
  process.exitCode = checkLines(process.argv.slice(2), console.log)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
