import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compact, format, type Raw } from '../src/then-and-now/lab-recording.ts'

/**
 * `node --import ./tools/node/typescript.mjs tools/lab.ts FOLDER`: makes `reference/lab/*.jsonl` of the recordings in a folder.
 *
 * `lab-recording.ts` describes what is kept.
 */
const [folder, target = 'reference/lab'] = process.argv.slice(2)
if (!folder) {
  console.error('which recordings? node --import ./tools/node/typescript.mjs tools/lab.ts FOLDER [TARGET]')
  process.exit(1)
}
mkdirSync(target, { recursive: true })
for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const raw = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Raw
  writeFileSync(join(target, `${name}l`), format(compact(basename(name, '.json'), raw)))
}
