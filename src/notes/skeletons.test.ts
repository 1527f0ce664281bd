import { expect, test } from 'vitest'
import { checkSkeletons, skeletonProblems } from './skeletons.ts'

const page = (name: string, source: string, folder = 'i18n/en/docusaurus-plugin-content-docs/current') =>
  skeletonProblems({ name, file: `${folder}/${name}`, source }).map((problem) => problem.replace(/^.*?:/, ''))

const table = (rows: string[]) =>
  ['| | |', '| --- | --- |', ...rows.map((row) => `| ${row} | x |`)].join('\n')
const rows = ['Context', 'Locks', 'Sleeps', 'Changes', 'Sends', 'Watch out']
const recap = '## Recap {/* #recap */}\n\n- a\n- b\n- c\n'
const op = `A.\n\n## When {/* #when */}\n\n${table(rows)}\n\n${recap}`

test('the page of an op begins with a table of facts and ends with a recap', () => {
  expect(page('ops/a.mdx', op)).toEqual([])
  expect(page('ops/a.mdx', op.replace('| Locks | x |\n', ''))).toEqual([
    `3: the table of this section has the rows ${rows.join(', ')}; found: Context, Sleeps, Changes, Sends, Watch out`,
  ])
  expect(page('ops/a.mdx', op.replace(' {/* #recap */}', ''))).toEqual([]) // that the id is missing is said elsewhere
  expect(page('ops/a.mdx', op.replace('- c\n', ''))).toEqual([
    '14: a recap has three to five points; found: 2',
  ])
  expect(page('ops/a.mdx', recap)).toEqual(['1: the first section of this page is {/* #when */}'])
  expect(page('ops/index.mdx', '')).toEqual([])
  expect(page('ops/a.mdx', op, 'docs')[0]).toContain('上下文, 锁')
})

test('a page about a symptom has commands, a cause, a fix and the mainline kernel, in this order', () => {
  const sections = ['check', 'cause', 'fix', 'mainline'].map((id) => `## A {/* #${id} */}\n`)
  const whole = sections.join('\n').replace('\n', '\n\n```sh\nss -M\n```\n')
  expect(page('questions/a.mdx', whole)).toEqual([])
  expect(page('questions/a.mdx', sections.join('\n'))).toEqual([
    '1: this section has a block with commands and what they print',
  ])
  expect(page('questions/a.mdx', sections.reverse().join('\n'))).toEqual([
    '1: a page about a symptom has the sections check, cause, fix, mainline',
  ])
})

test('a lesson says what it teaches and what it needs, and has exercises', () => {
  const exercise = '<Exercise of="x" />\n'
  const lesson = `## A {/* #goal */}\n\n## B {/* #need */}\n\n## C {/* #c */}\n\n${exercise}${exercise}\n${recap}`
  expect(page('learn/a.mdx', lesson)).toEqual([])
  expect(page('learn/a.mdx', lesson.replace(exercise, ''))).toEqual([
    '1: a lesson has two to five exercises; found: 1',
  ])
  expect(page('learn/a.mdx', lesson.replace('#need', '#needs'))).toEqual([
    '1: a lesson begins with the sections {/* #goal */} and {/* #need */}',
  ])
})

test('every surprise says what to do', () => {
  const section = '## A {/* #a */}\n\n**What to do:** none.\n'
  expect(page('quirks/a.mdx', section)).toEqual([])
  expect(page('quirks/a.mdx', `${section}\n## B {/* #b */}\n`)).toEqual([
    '5: this section has no paragraph that begins with **What to do:**',
  ])
})

test('the pages of the site have their sections', () => {
  expect(checkSkeletons('.')).toEqual([])
})
