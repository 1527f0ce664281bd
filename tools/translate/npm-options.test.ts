import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { enPage, pages, TestSite } from './fixtures/site.ts'
import { refusalOfNpmOptions } from './npm-options.ts'

test('npm takes --lang for --all without --: done records nothing, and names the command that was meant', () => {
  const repository = resolve(import.meta.dirname, '../..')
  const program = `node ${repository}/tools/node/bundled.cjs ${repository}/tools/translate/translate.ts`
  const site = new TestSite({ ...pages, 'package.json': JSON.stringify({ scripts: { translate: program } }) })
  const args = ['run', '--silent', 'translate', 'done', 'note.mdx', '--lang', 'en']
  const { status, stderr } = spawnSync('npm', args, { cwd: site.dir, encoding: 'utf8' })
  expect(stderr).toContain(
    'npm took --lang for an option of its own; write: npm run translate -- done note.mdx --lang en\n',
  )
  expect(status).toBe(2)
  expect(site.read(enPage)).toBe(pages[enPage])
})

const lang = { npm_config_all: 'true', npm_config_global: 'true', npm_config_long: 'true' }

test.each([
  ['new ja en', { npm_config_from: 'true' }, '-- new ja --from en'],
  ['new ja', { npm_config_from: 'en' }, '-- new ja --from en'],
  ['done ja note.mdx', lang, '-- done note.mdx --lang ja'],
  ['done note.mdx', lang, '-- done note.mdx --lang LANG'],
  ['done', { npm_config_all: 'true' }, '-- done --all'],
  ['status', { npm_config_json: 'true' }, '-- status --json'],
])('"%s" with %j was meant as "%s"', (args, environment, meant) => {
  expect(refusalOfNpmOptions(args.split(' '), environment)).toMatch(new RegExp(`write: .* ${meant}$`))
})

test('options behind -- are those of the program, whatever the settings of npm are', () => {
  expect(refusalOfNpmOptions(['status', '--all'], { npm_config_json: 'true' })).toBeUndefined()
  expect(refusalOfNpmOptions(['status'], {})).toBeUndefined()
})
