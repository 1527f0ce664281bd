import { expect, test } from 'vitest'
import { defaultLanguage } from '../../../reference/languages.ts'
import { findMentions, type MarkedPage } from '../../notes/element.ts'
import { readPages } from '../../notes/pages.ts'
import { checkCounterparts, type KnownSymbols } from './counterparts.ts'
import { exampleElement } from './description.ts'

const pages = readPages('.', defaultLanguage).map(
  (page): MarkedPage => ({ ...page, ...findMentions([exampleElement], page.file, page.source) }),
)
const check = (known?: KnownSymbols) => checkCounterparts('.', pages, known)

const counterparts = { full_mesh: { name: 'fullMesh', file: 'fullmesh/ops.ts' } }

test('the page about each symbol of the C file shows its counterpart in TypeScript', () => {
  expect(check()).toEqual([])
})

test('a page that shows another module is reported, with the line of the section', () => {
  expect(check({ counterparts, pageOf: { full_mesh: 'ops/add-raddr#nat' } })).toEqual([
    expect.stringMatching(
      /^docs\/ops\/add-raddr\.mdx:\d\d: explains full_mesh, and does not show its counterpart fullMesh in examples\/fullmesh\/ops\.ts: expected <Example of="ops" \/>$/,
    ),
  ])
})

test('a test of the module alone does not show the module', () => {
  const [problem] = check({ counterparts, pageOf: { full_mesh: 'about-the-note' } })
  expect(problem).toMatch(/^docs\/about-the-note\.mdx:1: explains full_mesh/)
})

test('a module without a test file cannot be shown: the message names the missing test file', () => {
  const [problem] = check({
    counterparts: { full_mesh: { name: 'boot', file: 'fullmesh/boot.ts' } },
    pageOf: { full_mesh: 'ops/index' },
  })
  expect(problem).toMatch(/expected <Example of="boot" \/>, which needs examples\/fullmesh\/boot\.test\.ts$/)
})

test('a symbol without a counterpart needs no example', () => {
  const because = { en: 'A reason.', zh: '理由。' }
  expect(
    check({
      counterparts: { full_mesh: { because } },
      pageOf: { full_mesh: 'ops/add-raddr' },
    }),
  ).toEqual([])
})
