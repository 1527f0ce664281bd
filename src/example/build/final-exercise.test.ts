import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands, host } from '../../../examples/exercises/final-scenario/setup.ts'
import { answer } from '../../../examples/exercises/final-scenario/solution.ts'
import { parseScenario } from '../../../examples/scenario/parse.ts'

test('the final exercise of the course is a recording of the C file, without its dumps of state', () => {
  const file = 'examples/scenario/scenarios/create-subflow-worker-blocks-on-user.txt'
  const { steps: all } = parseScenario(readFileSync(file, 'utf8'))
  const steps = all.filter(({ command }) => !command.startsWith('state '))

  expect([...host, ...commands]).toEqual(steps.map(({ command }) => command))
  expect(answer).toEqual(steps.slice(host.length).flatMap(({ expected }) => expected))
})
