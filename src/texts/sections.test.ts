import { expect, test } from 'vitest'
import { compareSections } from './sections.ts'

/** Compares two pages of these texts, each below the heading `## … {/* #one *‍/}` at line 1. */
function compare(zh: string, en: string): string[] {
  const page = (file: string, text: string) => ({ file, source: `## A {/* #one */}\n\n${text}\n` })
  return compareSections(page('zh.mdx', zh), page('en.mdx', en))
}

test('paragraphs may differ in number and order, and a number may be repeated', () => {
  expect(
    compare(
      '500 ms 后关闭。\n\n见 `close`。',
      'See `close`: it closes after 500 ms, and 500 is more than 100.',
    ),
  ).toEqual(['en.mdx:3: the number 100 is not in section #one, zh.mdx:1: each language has the same'])
})

test('a section that is known to be out of date in one language is not compared', () => {
  const page = (file: string, text: string) => ({
    file,
    source: `## A {/* #one */}\n\n${text}\n\n## B {/* #two */}\n\n${text}\n`,
  })
  expect(compareSections(page('zh.mdx', '500 ms'), page('en.mdx', '`close`'), new Set(['one']))).toEqual([
    'zh.mdx:7: the number 500 is not in section #two, en.mdx:5: each language has the same',
    'en.mdx:7: `close` is not in section #two, zh.mdx:5: each language has the same',
  ])
})

test.each([
  ['500 ms', '50 ms', ['the number 500', 'the number 50']],
  ['先 IPv4', 'first IPv6', ['`IPv4`', '`IPv6`']],
  ['`add_addr`', '`del_addr`', ['`add_addr`', '`del_addr`']],
  [
    '[甲](https://a.example/)',
    '[A](https://b.example/)',
    ['a link to https://a.example/', 'a link to https://b.example/'],
  ],
  [
    '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
    '| A | B |\n| --- | --- |',
    ['a table of 2 rows and 2 columns', 'a table of 1 rows and 2 columns'],
  ],
  [
    '```\nip addr add # 添加\n```',
    '```\nip addr del # delete\n```',
    ['the line of code "ip addr add"', 'the line of code "ip addr del"'],
  ],
])('what does not depend on the language is the same in both: %j and %j', (zh, en, facts) => {
  const [mine, theirs] = facts
  const line = zh.startsWith('```') ? 4 : 3
  expect(compare(zh, en)).toEqual([
    `zh.mdx:${line}: ${mine} is not in section #one, en.mdx:1: each language has the same`,
    `en.mdx:${line}: ${theirs} is not in section #one, zh.mdx:1: each language has the same`,
  ])
})

test('a link that one language has twice is reported', () => {
  expect(compare('[甲](./a.mdx)、[甲](./a.mdx)', '[A](./a.mdx)')).toEqual([
    'zh.mdx:3: a link to ./a.mdx is not in section #one, en.mdx:1: each language has the same',
  ])
})

test('a link that leads nowhere is not compared: its own problem says what is wrong', () => {
  expect(compare('[甲](./nope.mdx)', '[A](https://a.example/)')).toEqual([])
})

test('what stands below a heading without an id is not compared: the id is to be written first', () => {
  const of = (file: string, heading: string) => ({ file, source: `## A${heading}\n\n\`${file}\`\n` })
  expect(compareSections(of('zh', ''), of('en', ' {/* #a */}'))).toEqual([])
})

test('a name may be code in one language and a word in the other, and 1,941 is 1941', () => {
  expect(compare('`join` 共 1941 次，`set=0`', 'a join, 1,941 times; `set` is 0')).toEqual([])
})

test('an element that is in another section is reported with both places', () => {
  const page = (first: string, second: string) =>
    `${first}\n\n## A {/* #one */}\n\n## B {/* #two */}\n\n${second}\n`
  const example = '<Example of="a" test="b" />'
  expect(
    compareSections(
      { file: 'zh.mdx', source: page(example, '') },
      { file: 'en.mdx', source: page('', example) },
    ),
  ).toEqual([`zh.mdx:1: ${example} is in the part before the first heading, but at en.mdx:7 in section #two`])
})

test('ordinals and versions are as the language writes them', () => {
  expect(compare('v0.95 第 256 次，IPv4', 'The 256th time; IPv4 in v0.95')).toEqual([])
})

test('what moves to another section is reported in both, and the front matter is the first', () => {
  const zh = '---\ntitle: 甲\ndescription: 500 ms\n---\n\n7\n\n## A {/* #one */}\n\n8\n'
  const en = '---\ntitle: A\ndescription: 50 ms\n---\n\n8\n\n## A {/* #one */}\n\n8\n'
  expect(compareSections({ file: 'zh.mdx', source: zh }, { file: 'en.mdx', source: en })).toEqual([
    'zh.mdx:3: the number 500 is not in the part before the first heading, en.mdx:1: each language has the same',
    'zh.mdx:6: the number 7 is not in the part before the first heading, en.mdx:1: each language has the same',
    'en.mdx:3: the number 50 is not in the part before the first heading, zh.mdx:1: each language has the same',
    'en.mdx:6: the number 8 is not in the part before the first heading, zh.mdx:1: each language has the same',
  ])
})
