import { expect, test } from 'vitest'
import { runCommand } from '../translate/commands.ts'
import { enPage, pages, TestSite, zhPage } from '../translate/fixtures/site.ts'
import { openTexts } from './open-texts.ts'

test('after a change in one language, a line says so, for all files and for those of the page in each language', () => {
  const site = new TestSite({ ...pages, 'docs/other.mdx': '# 其他\n' })
  runCommand(['done', '--all'], { siteDir: site.dir, hasColours: false })
  site.edit(zhPage, '执行一次', '执行两次')
  expect(openTexts(site.dir, [])).toEqual([
    '2 texts are out of date, missing or in conflict: npm run translate status',
  ])
  for (const file of [zhPage, enPage])
    expect(openTexts(site.dir, [file])).toEqual([
      `1 text is out of date, missing or in conflict: npm run translate status note.mdx`,
    ])
  expect(openTexts(site.dir, ['src/words.ts'])).toEqual([])
})
