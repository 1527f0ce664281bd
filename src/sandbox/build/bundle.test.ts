import { expect, test } from 'vitest'
import { shippedFiles } from '../../notes/shipped.ts'
import { bundleVitest } from './bundle.ts'

test('a bundle from the disk has the same text, and the licences of the same packages, as when it was made', async () => {
  shippedFiles.clear() // of other tests in this process
  const made = await bundleVitest()
  const files = [...shippedFiles]
  shippedFiles.clear()
  expect(await bundleVitest()).toEqual(made)
  expect([...shippedFiles]).toEqual(files)
  expect(files.some((file) => file.includes('node_modules/@vitest/expect/'))).toBe(true)
})
