import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyRelative } from '../tools/archive/relative.ts'
import { serve } from '../tools/serve/static-server.ts'
import { openPage } from './support/page.ts'
import { opened, walkOf } from './support/walk.ts'

test('the archive works in any folder of a server: style, language, search, example, walk, editor', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await copyRelative('build', folder)
  const server = await serve(folder, 0, '/some/where/')
  onTestFinished(() => server.close())
  const { page, errors } = await openPage('')
  const outside: string[] = []
  page.on('response', (response) => {
    const url = response.url()
    if (!url.startsWith('blob:') && !(response.ok() && url.startsWith(server.url))) outside.push(url)
  })

  await page.goto(`${server.url}ops/new-session/`)
  await page.locator('a[data-language]').first().click()
  await page.waitForURL(`${server.url}en/ops/new-session/**`)
  await page.keyboard.press('/')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('add_raddr')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${server.url}en/ops/add-raddr/**`)
  await page.locator('full-mesh-example [data-action=run]').first().click()
  await page.locator('full-mesh-example[data-outcome=pass]').first().waitFor()
  await page.locator('main [data-action=improve]').first().click()
  await page.locator('.improve .cm-content').waitFor()
  await page.goto(`${server.url}#walk-two-by-two-mesh.3`)
  await opened(walkOf(page))
  expect([...errors, ...outside]).toEqual([])
})
