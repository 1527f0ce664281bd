import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inlineScript } from './plugin.ts'

test('the inline script is on every page, so it stays under 1.7 KiB as it is sent', async () => {
  const script = await inlineScript('theme-x')
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(1741)
})

test('the inline script is valid between script tags', async () => {
  expect(await inlineScript('theme-x')).not.toMatch(/<\/script|<!--/i)
})
