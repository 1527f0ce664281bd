import { expect, test } from 'vitest'
import { enPage, pages, TestSite, zhPage } from '../../tools/translate/fixtures/site.ts'
import { record } from '../../tools/translate/record.ts'
import { readStates } from '../../tools/translate/states.ts'
import { readSite } from '../../tools/translate/texts.ts'
import { noticesOf } from './notices.ts'

/** Returns a site in which every text is current, as its first commit. */
function currentSite(): TestSite {
  const site = new TestSite(pages)
  record(readSite(site.dir), readStates(site.dir))
  site.commit()
  return site
}

const sections = (site: TestSite, language: string) => [...noticesOf(site.dir, 'note.mdx', language).keys()]
const htmlIn = (site: TestSite, language: string) =>
  noticesOf(site.dir, 'note.mdx', language).get('when')?.html ?? ''

test('a page whose sections are current has no notice, and neither has one without marks', () => {
  const site = currentSite()
  expect([sections(site, 'zh'), sections(site, 'en')]).toEqual([[], []])
  expect(sections(new TestSite(pages), 'en')).toEqual([])
})

test('if the source has changed, the translation says so, and shows the change word by word in the language of the source', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  expect([sections(site, 'zh'), sections(site, 'en')]).toEqual([[], ['when']])
  const html = htmlIn(site, 'en')
  expect(html).toContain('The Simplified Chinese original of this section has changed')
  expect(html).toMatch(/<div class="translation__text" lang="zh-Hans">.*<del>一次<\/del><ins>两次<\/ins>/s)
})

test('if the translation has changed, the source says so', () => {
  const site = currentSite()
  site.edit(enPage, 'Once', 'Twice')
  expect([sections(site, 'zh'), sections(site, 'en')]).toEqual([['when'], []])
  expect(htmlIn(site, 'zh')).toContain('本节的英语译文有改动')
  expect(htmlIn(site, 'zh')).toMatch(/lang="en">.*<del>Once<\/del><ins>Twice<\/ins>/s)
})

test('if both have changed, both show both changes', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.edit(enPage, 'Once', 'Twice')
  for (const language of ['zh', 'en']) {
    expect(htmlIn(site, language)).toContain('<ins>两次</ins>')
    expect(htmlIn(site, language)).toContain('<ins>Twice</ins>')
  }
})

test('without git history the notice says that the change cannot be shown', () => {
  const site = new TestSite(pages)
  record(readSite(site.dir), readStates(site.dir))
  site.edit(zhPage, '执行一次', '执行两次')
  expect(htmlIn(site, 'en')).toContain('was built without Git history')
})

test('a change is shown without what the languages share: elements, addresses of links, marks', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行**两次**（<C at="1" />、<C at="2" />），见[这里](a.mdx)')
  expect(htmlIn(site, 'en')).toMatch(/<ins>两次，见这里<\/ins>|两次.*见.*这里/)
  expect(htmlIn(site, 'en')).not.toMatch(/&lt;C|a\.mdx|\*\*|#when|（/)
})

test('a text with tags is shown as text', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行 `<b onclick=x>` 次')
  expect(htmlIn(site, 'en')).not.toContain('<b')
})

test('a section that is not translated says so, also on a page without any mark, and names its language', () => {
  const site = new TestSite({ ...pages, [enPage]: pages[zhPage] })
  const notice = noticesOf(site.dir, 'note.mdx', 'en').get('when')
  expect(notice?.html).toContain('This section is not translated. It is shown in Simplified Chinese.')
  expect(notice?.shown).toBe('zh')
})
