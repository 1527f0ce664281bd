import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatScenario, parseScenario } from './parse.ts'
import { runScenario } from './run.ts'

const folder = new URL('./scenarios/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.txt'),
)

test.each(files.sort())('the model prints what the C file printed: %s', (file) => {
  const recorded = readFileSync(new URL(file, folder), 'utf8')

  expect(formatScenario(runScenario(parseScenario(recorded)))).toBe(recorded)
})
