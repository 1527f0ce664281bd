import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatScenario, parseScenario } from '../parse.ts'
import { replayScenario, runCommand, runScenario } from '../run.ts'
import { checkProperty } from './check-property.ts'
import { GeneratedScenario, generatedScenarios, settle } from './generated-scenario.ts'

test('scenarios consist of valid commands', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play((_world, [first]) => expect(first ?? '').not.toMatch(/^error:/))
  })
})

test('a few hundred scenarios have all kinds of commands', () => {
  const output = fc
    .sample(generatedScenarios(), { numRuns: 300, seed: 1 })
    .flatMap((generated) => generated.output)

  for (const trace of [
    ...[/ = 0$/, / = -99$/, / = -101$/, / = -113$/, / = -1$/, /run subflow_retry_work/],
    ...[/block subflow_work/, /block subflow_retry_work/, /block sub_close/, /resume/, /op release_sock/],
    ...[/resched own/, /resched addr del/, /alloc failed/, /fallback \w+ to default/],
    ...[/ADD_ADDR\(\d+,10/, /ADD_ADDR\(\d+,fd/, /REMOVE_ADDR\(\d+\)/, /REMOVE_ADDR\(\d+,/, /MP_PRIO\(1\)/],
    ...[/MP_JOIN/, /op new_remote_address/, /op rem_raddr/, /accepted/, /get_local_id.* = -1/, /gone \w+\/0/],
  ])
    expect(output.filter((line) => trace.test(line)).length, String(trace)).toBeGreaterThan(0)
})

test('a failing scenario is shown as the scenario file that it is', () => {
  const [generated] = fc.sample(generatedScenarios(), { numRuns: 1, seed: 1 })

  expect(fc.stringify(generated)).toMatch(/^\ninsmod\n----\n\[0\] register pernet\n/)
})

test('the model does the same thing every time', () => {
  checkProperty(generatedScenarios(), ({ scenario }) => {
    const first = runScenario(scenario)

    expect(replayScenario(first)).toBeUndefined()
  })
})

test('what a scenario prints can be written down and read again', () => {
  checkProperty(generatedScenarios(), ({ scenario }) => {
    const recorded = runScenario(scenario)
    const text = formatScenario(recorded)

    const read = parseScenario(text)

    expect(formatScenario(read)).toBe(text)
    expect(read.steps.map(({ command, expected }) => [command, expected])).toEqual(
      recorded.steps.map(({ command, expected }) => [command, expected]),
    )
  })
})

test('any comments, commands and output survive being written down and read again', () => {
  const line = fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text))
  const comment = line.map((text) => `#${text}`)
  const command = line.filter((text) => !text.startsWith('#') && text !== '----')
  const step = fc.record({ comments: fc.array(comment), command, expected: fc.array(line) })

  checkProperty(fc.record({ steps: fc.array(step), epilogue: fc.array(comment) }), ({ steps, epilogue }) => {
    const read = parseScenario(
      formatScenario({ steps: steps.map((step) => ({ ...step, line: 0 })), epilogue }),
    )

    expect(read).toMatchObject({ steps, epilogue })
  })
})

test('time may pass in one piece or in two: the same happens', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const halves = generated.commands.flatMap((command) => {
      const ms = Number(/^advance (\d+)$/.exec(command)?.[1] ?? 0)
      return ms > 1 ? [`advance ${ms >> 1}`, `advance ${ms - (ms >> 1)}`] : [command]
    })

    const world = generated.play()
    const output: string[] = []
    const inHalves = new GeneratedScenario(halves)
    inHalves.play((_world, lines) => void output.push(...lines))

    expect(output).toEqual(generated.output)
    expect(world.machine.now).toBe(inHalves.play().machine.now)
  })
})

test('at the end nothing is queued, no worker sleeps, and no closed subflow is left', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const world = generated.play()
    const machine = settle(world)

    expect(runCommand(world, 'advance 1000000')).toEqual([])
    expect([...machine.workqueue.timers.keys()]).toEqual([])
    for (const { mutex, ownership, subflows } of machine.sessions.values()) {
      expect([mutex, ownership]).toEqual(Array(2).fill({ held: false, waiters: [] }))
      expect(subflows.filter(({ state }) => state === 'CLOSE')).toEqual([])
    }
  })
})
