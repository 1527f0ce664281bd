import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('no file has the marks of an unfinished merge', () => {
  const args = ['grep', '--no-index', '--exclude-standard', '-nE', '^(<{7}|>{7}) ']
  const { stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' })
  expect(stdout + stderr).toBe('')
})
