import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCallStacks, stacksFile } from './call-stacks.ts'

test('every call stack knows its line in the file', () => {
  const lines = readFileSync(stacksFile, 'utf8').split('\n')
  for (const { at, id } of readCallStacks('.').stacks) expect(lines[at - 1]).toContain(`"id": "${id}"`)
})
