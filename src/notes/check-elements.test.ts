import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderOf } from '../../reference/languages.ts'
import { checkElementNames, checkElements } from './check-elements.ts'
import { findMentions, type PageElement } from './element.ts'

/** Elements of two names: a fruit with an optional colour, and a note, whose order is free. */
const fruit: PageElement<{ of: string; colour?: string }> = {
  name: 'Fruit',
  usage: '<Fruit of="NAME" /> or <Fruit of="NAME" colour="COLOUR" />',
  required: ['of'],
  optional: ['colour'],
  fit: ({ of, colour }) => of !== 'lemon' || colour === undefined,
  once: ({ of, colour }) => [colour ?? of],
  checks: () => ({
    names: ({ of }) => [{ what: 'fruit', name: of, known: ['apple', 'pear', 'lemon'] }],
    shown: ['apple', 'pear'].map((name, index) => ({
      what: `the fruit "${name}"`,
      place: `fruits.json:${index + 1}`,
      isIn: ({ of }) => of === name,
    })),
    missing: (pages) =>
      pages
        .filter(({ name, mentions }) => name.startsWith('fruits/') && mentions.length === 0)
        .map(({ file }) => `${file}:1: a page of this folder has a <Fruit>`),
  }),
}
const remark: PageElement = { name: 'Remark', usage: '<Remark />', isFree: true }
const elements = [fruit, remark]

/** Returns the problems of a site of these pages, which are the same in both languages by default. */
function check(zh: Record<string, string>, en = zh, checkAll = checkElements): string[] {
  const root = mkdtempSync(join(tmpdir(), 'elements-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [folder, pages] of [
    [folderOf('zh'), zh],
    [folderOf('en'), en],
  ] as const) {
    for (const [name, text] of Object.entries(pages)) {
      const path = join(root, folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  return checkAll(elements, root).map((problem) => problem.replaceAll(folderOf('en'), 'en'))
}

const both = '<Fruit of="apple" />\n\n<Fruit of="pear" />\n'

test('an element is found by the parser, with its line, and not where a page quotes it', () => {
  const page = `---
title: A page
---

Text, and \`<Fruit of="in code" />\`.

<Fruit of="apple" />

> - <Fruit of="pear" colour="“green” {2}" />

\`\`\`mdx
<Fruit of="in a block" />
\`\`\`
{/* <Fruit of="in a comment" /> */}
`
  expect(findMentions(elements, 'docs/a.mdx', page)).toEqual({
    mentions: [
      { name: 'Fruit', line: 7, place: 'docs/a.mdx:7', attributes: { of: 'apple' } },
      { name: 'Fruit', line: 9, place: 'docs/a.mdx:9', attributes: { of: 'pear', colour: '“green” {2}' } },
    ],
    problems: [],
  })
})

test('pages that show everything, the same in both languages, are right', () => {
  expect(check({ 'a.mdx': both })).toEqual([])
})

test.each([
  ['without an attribute that it needs', '<Fruit />'],
  ['with an empty attribute', '<Fruit of="" />'],
  ['with an attribute without a value', '<Fruit of />'],
  ['with an expression', '<Fruit of={name} />'],
  ['with attributes spread into it', '<Fruit of="apple" {...more} />'],
  ['with an attribute that it does not take', '<Fruit of="apple" size="3" />'],
  ['with attributes that do not go together', '<Fruit of="lemon" colour="yellow" />'],
])('an element %s is refused, with what would be right', (_, source) => {
  expect(findMentions(elements, 'docs/a.mdx', `\n${source}`).problems).toEqual([
    'docs/a.mdx:2: expected <Fruit of="NAME" /> or <Fruit of="NAME" colour="COLOUR" />, with plain strings',
  ])
  expect(check({ 'a.mdx': both, 'b.mdx': `\n${source}` })[0]).toMatch(/^docs\/b\.mdx:2: expected <Fruit/)
})

test('an unknown name is answered with the nearest ones, in each language', () => {
  expect(check({ 'a.mdx': both, 'b.mdx': '\n<Fruit of="aple" />' })).toEqual([
    'docs/b.mdx:2: there is no fruit "aple" (nearest: "apple", "pear", "lemon")',
    'en/b.mdx:2: there is no fruit "aple" (nearest: "apple", "pear", "lemon")',
  ])
})

test('what a page shows twice is named, with the line of the first', () => {
  expect(check({ 'a.mdx': `${both}\n<Fruit of="pear" />` })).toEqual([
    'docs/a.mdx:5: line 3 has the <Fruit> of "pear" already',
    'en/a.mdx:5: line 3 has the <Fruit> of "pear" already',
  ])
})

test('what no page shows is named, by its own place', () => {
  expect(check({ 'a.mdx': '<Fruit of="apple" />' })).toEqual([
    'fruits.json:2: no page shows the fruit "pear"',
  ])
})

test('a page that needs an element and has none is named', () => {
  expect(check({ 'a.mdx': both, 'fruits/b.mdx': 'Text.' })).toEqual([
    'docs/fruits/b.mdx:1: a page of this folder has a <Fruit>',
  ])
})

test('the elements of a section that the other language does not have are no further problem', () => {
  const shown = '<Fruit of="pear" />\n\n## One {/* #one */}\n'
  const section = '\n## Two {/* #two */}\n\n<Fruit of="apple" />\n'
  expect(check({ 'a.mdx': shown + section }, { 'a.mdx': shown })).toEqual([])
})

test('a page and its pair have the same elements in the same order, those whose order is free excepted', () => {
  const other = '<Fruit of="pear" />\n\n<Fruit of="apple" />\n'
  expect(check({ 'a.mdx': both }, { 'a.mdx': other })).toEqual([
    'docs/a.mdx:1: has <Fruit of="apple" />, and en/a.mdx:1 has <Fruit of="pear" />; a page and its pair have the same, in the same order',
  ])
  const more = `${both}\n<Fruit of="pear" colour="green" />`
  const end = 'a page and its pair have the same, in the same order'
  expect(check({ 'a.mdx': more }, { 'a.mdx': both })).toEqual([
    `docs/a.mdx:5: has <Fruit colour="green" of="pear" />, and en/a.mdx:1 has no more element; ${end}`,
  ])
  expect(check({ 'a.mdx': both }, { 'a.mdx': more })).toEqual([
    `docs/a.mdx:1: has no more element, and en/a.mdx:5 has <Fruit colour="green" of="pear" />; ${end}`,
  ])
  expect(check({ 'a.mdx': `<Remark />\n\n${both}` }, { 'a.mdx': both })).toEqual([])
})

test('of a page with a wrong element, only this is said', () => {
  const wrong = both.replace('pear', 'paer')
  expect(check({ 'a.mdx': wrong }, { 'a.mdx': both })).toEqual([
    'docs/a.mdx:3: there is no fruit "paer" (nearest: "pear", "apple", "lemon")',
  ])
  const unknown = 'docs/fruits/a.mdx:1: there is no element <Friut>'
  const pages = { 'fruits/a.mdx': both.replaceAll('Fruit', 'Friut') }
  expect(check(pages, {}, (all, root) => checkElements(all, root, [unknown]))).toEqual([unknown])
})

test('a component that the site does not have is named, with its line; HTML is none', () => {
  const page = `${both}\n<Friut of="pear" /> and x<sup>2</sup>\n`
  expect(check({ 'a.mdx': page }, { 'a.mdx': both }, checkElementNames)).toEqual([
    'docs/a.mdx:5: there is no element <Friut> (nearest: "Fruit", "Remark")',
  ])
})
