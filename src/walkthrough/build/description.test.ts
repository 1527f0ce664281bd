import { expect, test } from 'vitest'
import { exampleElement } from '../../example/build/description.ts'
import { checkElements } from '../../notes/check-elements.ts'
import { findAll, findMentions } from '../../notes/element.ts'
import { checkWalks, walkthroughElement } from './description.ts'

test('a walk names its test, or its scenario', () => {
  const problems = (page: string) => findMentions([walkthroughElement], 'docs/a.mdx', page).problems
  const usage = '<Walkthrough of="UNIT" test="KEY" /> or <Walkthrough of="FILE.txt" />'
  expect(problems('\n<Walkthrough of="x" />')).toEqual([
    `docs/a.mdx:2: expected ${usage}, with plain strings`,
  ])
  expect(problems('<Walkthrough of="a/b.txt" test="y" />')).toHaveLength(1)
  expect(problems('<Walkthrough of="a/b.txt" />\n\n<Walkthrough of="x" test="y" />')).toEqual([])

  const { names } = walkthroughElement.checks?.('.') ?? {}
  const [scenario] = names?.({ of: 'examples/scenario/scenarios/handovr.txt' }) ?? []
  expect(scenario?.what).toBe('scenario')
  expect(scenario?.known).toContain('examples/scenario/scenarios/handover.txt')
  expect(scenario?.known).toContain('reference/then/a-idle-client.txt')
  expect(names?.({ of: 'new-session', test: 'announces' }).map(({ what }) => what)).toEqual([
    'example',
    'test in examples/fullmesh/new-session.titles.json with the key',
  ])
})

test('a page has each walk only once, since its steps have addresses', () => {
  expect(walkthroughElement.once?.({ of: 'x', test: 'y' })).toEqual(['y'])
  expect(walkthroughElement.once?.({ of: 'a/b.txt' })).toEqual(['a/b.txt'])
})

test('a page about an op, a question, a quirk needs a walk', () => {
  const check = (name: string, source: string) => {
    const file = `docs/${name}`
    const { mentions } = findMentions([exampleElement, walkthroughElement], file, source)
    return checkWalks({ name, file, source, mentions })
  }
  const example = '<Example of="x" test="y" />'
  const walk = '<Walkthrough of="x" test="y" />'
  expect(check('ops/x.mdx', example)).toEqual(['docs/ops/x.mdx:1: a page of this folder has a <Walkthrough>'])
  expect(check('ops/x.mdx', walk)).toEqual([])
  expect(check('ops/index.mdx', '')).toEqual([])
  expect(check('quirks/x.mdx', `## A\n\n${walk}\n\n## B\n\n${example}\n\n## C\n`)).toEqual([
    'docs/quirks/x.mdx:5: this quirk has an <Example>, and no <Walkthrough>',
  ])
})

test('a walk through a scenario stands in a section, whose title it has', () => {
  const walk = '<Walkthrough of="a/b.txt" />'
  const check = (source: string) =>
    checkWalks({
      ...{ name: 'x.mdx', file: 'docs/x.mdx', source },
      mentions: findMentions([walkthroughElement], 'docs/x.mdx', source).mentions,
    })
  expect(check(`Text.\n\n${walk}\n\n## A\n`)).toEqual([
    'docs/x.mdx:3: a walk through a scenario has the title of its section: put it below a heading',
  ])
  expect(check(`## A\n\n${walk}\n`)).toEqual([])
})

test('the walks on the pages of this site exist, and are the same in both languages', () => {
  expect(checkElements([exampleElement, walkthroughElement], '.')).toEqual([])
  expect(findAll(walkthroughElement, '.').length).toBeGreaterThan(40)
})
