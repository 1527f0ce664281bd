import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkSite } from './checks.ts'

test('one run finds problems of all kinds, each with its file and line, and says what would be right', async () => {
  const root = mkdtempSync(join(tmpdir(), 'checks-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['docs', 'examples', 'reference'])
    cpSync(folder, join(root, folder), { recursive: true })
  for (const folder of ['i18n', 'src']) symlinkSync(resolve(folder), join(root, folder))
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  /** Adds a line at the end of a file, and returns its place. */
  const add = (line: string, file = 'docs/ops/get-local-id.mdx') => {
    appendFileSync(join(root, file), `\n${line}\n`)
    return `${file}:${read(file).split('\n').length - 1}: `
  }
  /** Replaces the first of these texts in a file, and returns its place. */
  const replace = (from: string, to: string, file: string) => {
    const [before = ''] = read(file).split(from)
    writeFileSync(join(root, file), read(file).replace(from, to))
    return `${file}:${before.split('\n').length}`
  }

  const expected = [
    `${add('<1a />', 'docs/ops/add-raddr.mdx')}what follows < is not a complete tag`,
    `${add('## 标题', 'docs/structures/tables.mdx')}the heading has no id (write {/* #an-id */}`,
    `${add('<C at="99999" />')}line 99999 is not in full_mesh_get_local_id`,
    `${add('<C of="net/ipv4/tcp_inpt.c" at="1" />')}the file "net/ipv4/tcp_inpt.c" is not known (nearest: "net/ipv4/tcp_input.c"`,
    `${add('<C at="abc" />')}"abc" is neither a line, like 1279, nor lines`,
    `${add('<Exmaple of="add-raddr" />')}there is no element <Exmaple> (nearest: "Example"`,
    `${add('<Example of="add-radr" />')}there is no example "add-radr" (nearest: "add-raddr"`,
    `${add('<Walkthrough of="add-raddr" />')}expected <Walkthrough of="UNIT" test="KEY" />`,
    `${add('[x](./none.mdx)')}"./none.mdx": there is no file docs/ops/none.mdx`,
    `${replace('expect(', 'expect(!', 'examples/fullmesh/bitfield.test.ts')}: "`,
    `${replace('----', '---', 'reference/then/a-fullmesh-3x3.txt')}: expected "----"`,
    `${replace('"line": 951', '"line": 9951', 'reference/call-stacks.json')}`.replace(/:\d+$/, ':'),
  ]
  const problems = await checkSite(root)
  for (const start of expected) expect(problems).toContainEqual(expect.stringContaining(start))
})
