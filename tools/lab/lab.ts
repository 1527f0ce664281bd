import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatRecording } from '../../src/then-and-now/recording.ts'
import { condense, type Raw } from './condense.ts'

/**
 * `node --import ./tools/node/typescript.mjs tools/lab/lab.ts FOLDER [TARGET]`: makes `reference/lab/*.jsonl` from the
 * raw recordings in a folder.
 */
const [folder, target = 'reference/lab'] = process.argv.slice(2)
if (!folder) {
  console.error(
    'which recordings? node --import ./tools/node/typescript.mjs tools/lab/lab.ts FOLDER [TARGET]',
  )
  process.exit(1)
}
mkdirSync(target, { recursive: true })
for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const raw = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Raw
  writeFileSync(join(target, `${name}l`), formatRecording(condense(basename(name, '.json'), raw)))
}
