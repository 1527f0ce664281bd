import { expect, test } from 'vitest'
import type { Stack } from '../../../reference/call-stacks.ts'
import { checkElements } from '../../notes/check-elements.ts'
import { findMentions } from '../../notes/element.ts'
import { callStackElement, checkTargets } from './description.ts'

const { names, shown = [] } = callStackElement.checks?.('.') ?? {}

test('a call stack is named by its id, and several by several ids', () => {
  const unknown = names?.({ of: 'new_session-01 new_sesion-12' }).filter(
    ({ name, known }) => !known.includes(name),
  )
  expect(unknown?.map(({ what, name }) => [what, name])).toEqual([['call stack', 'new_sesion-12']])
  expect(callStackElement.once?.({ of: 'new_session-01 new_session-12' })).toEqual([
    'new_session-01',
    'new_session-12',
  ])
})

test('every call stack is on some page, alone or among others', () => {
  const first = shown.find(({ what }) => what === 'the call stack "new_session-01"')
  expect(first?.place).toMatch(/^reference\/call-stacks\.json:\d+$/)
  expect(first?.isIn({ of: 'new_session-12 new_session-01' })).toBe(true)
  expect(first?.isIn({ of: 'new_session-12' })).toBe(false)
})

test('a page of an op without a call stack of it is reported, with the ids of its call stacks', () => {
  const stack = (id: string) => ({ id, target: id.replace(/-\d+$/, '') }) as Stack
  const stacks = ['new_session-01', 'new_session-12', 'add_raddr-01'].map(stack)
  const check = (source: string) => {
    const file = 'docs/ops/new-session.mdx'
    const { mentions } = findMentions([callStackElement], file, source)
    return checkTargets([{ name: 'ops/new-session.mdx', file, source, mentions }], stacks)
  }
  const problem =
    'docs/ops/new-session.mdx:1: no call stack of new_session (there are: new_session-01, new_session-12)'
  expect(check('<CallStack of="add_raddr-01" />')).toContain(problem)
  expect(check('<CallStack of="add_raddr-01 new_session-12" />')).not.toContain(problem)
})

test('the pages of this site show every call stack, each on the page of its op, in both languages', () => {
  expect(checkElements([callStackElement], '.')).toEqual([])
})
