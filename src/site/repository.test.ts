import { expect, test } from 'vitest'
import { editAddress, reportAddress } from '../island/repository.ts'
import { editUrlIn, repositoryIn } from './repository.ts'

const url = 'https://github.com/someone/notes'
const repository = { url, commit: 'abc' }

test('without REPOSITORY_URL there is no repository, and none is invented', () => {
  expect(repositoryIn({})).toBeUndefined()
  expect(repositoryIn({ REPOSITORY_URL: '', GITHUB_REPOSITORY: 'someone/notes' })).toBeUndefined()
})

test('the commit is that of the workflow, or else that of the folder', () => {
  expect(repositoryIn({ REPOSITORY_URL: `${url}/`, GITHUB_SHA: 'abc' })).toEqual(repository)
  expect(repositoryIn({ REPOSITORY_URL: url })?.commit).toMatch(/^([0-9a-f]{40})?$/)
})

test.each(['notes', 'http://github.com/someone/notes', 'https://github.com/someone', `${url}/tree/main`])(
  'REPOSITORY_URL cannot be %s',
  (wrong) => expect(() => repositoryIn({ REPOSITORY_URL: wrong })).toThrow('https://github.com/OWNER/NAME'),
)

test('the address to edit a page names its file', () => {
  expect(editAddress(repository, 'docs/ops/new-session.mdx')).toBe(
    `${url}/edit/main/docs/ops/new-session.mdx`,
  )
})

test('a page is edited in the file of its language', () => {
  const address = (locale: string) =>
    editUrlIn(repository)({
      ...{ locale, docPath: 'ops/new-session.mdx', permalink: '', version: 'current' },
      versionDocsDirPath: 'docs',
    })
  const english = 'i18n/en/docusaurus-plugin-content-docs/current'
  expect(address('zh-Hans')).toBe(`${url}/edit/main/docs/ops/new-session.mdx`)
  expect(address('en')).toBe(`${url}/edit/main/${english}/ops/new-session.mdx`)
})

test('the address to report a mistake has title and text, and ends with the address of the page', () => {
  const address = reportAddress(repository, '错误：a & b', 'Place: https://a.example/en/b/')
  const { title, body } = Object.fromEntries(new URL(address).searchParams)
  expect([title, body]).toEqual(['错误：a & b', 'Place: https://a.example/en/b/'])
  expect(address).toMatch(/b%2F$/)
})
