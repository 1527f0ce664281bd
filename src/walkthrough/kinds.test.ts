import { expect, test } from 'vitest'
import { walk } from './build/test-walk.ts'
import { kindOfField } from './kind-of-field.ts'
import { isOfKind, type Kind } from './kinds.ts'

const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
const linesOf = (event: string) => steps.at(-1)?.log.filter((line) => line.split(' ')[1] === event) ?? []

test.each<[Kind, string]>([
  ['worker', 'run'],
  ['segment', 'ack'],
])('a step of kind %s adds a line "%s" to the log', (kind, event) => {
  const found = steps.filter((step) => isOfKind(kind, step, kindOfField))
  const lines = found.flatMap(({ log, added }) => log.slice(log.length - added))
  expect(lines).toEqual(linesOf(event))
  expect(lines).not.toEqual([])
})

test('a subflow is opened where it is added to its session, the initial one included', () => {
  const opened = steps.filter((step) => isOfKind('join', step, kindOfField))
  expect(opened).toHaveLength(linesOf('join').length + 1)
})

test('a change is of the kind of its field', () => {
  const kindsOf = (name: string) =>
    (['event', 'timer', 'lock', 'slot'] as const).filter((kind) =>
      steps.some(
        (step) => isOfKind(kind, step, kindOfField) && step.changes.every(([path]) => path.includes(name)),
      ),
    )
  expect(kindsOf('mutex')).toEqual(['lock'])
  expect(kindsOf('remotes')).toEqual(['slot'])
  expect(kindsOf('ready')).toEqual([])
})
