import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOutput } from '../output.ts'
import { runCommand } from '../run.ts'
import { checkProperty } from './check-property.ts'
import { fingerprint, stateOf } from './fingerprint.ts'
import { generatedScenarios } from './generated-scenario.ts'

const junk = fc.oneof(
  fc.constantFrom(
    '',
    '-1',
    '0',
    '256',
    '1e9',
    '10.0.1.256',
    '[fd00::1',
    'eth9',
    'c9',
    'init',
    'blue',
    'c1',
    '__proto__',
  ),
  fc.string(),
)

/** A mistake in a command: a word missing, doubled, or replaced, or the whole command repeated. */
const mistake = fc.record({
  at: fc.nat(8),
  how: fc.constantFrom('repeated', 'lost', 'doubled', 'replaced'),
  junk,
})

function mistype(
  command: string,
  { at, how, junk }: typeof mistake extends fc.Arbitrary<infer M> ? M : never,
): string {
  if (how === 'repeated') return command
  const words = command.split(' ')
  const i = at % words.length
  const word = words[i] ?? ''
  return words.toSpliced(i, 1, ...(how === 'lost' ? [] : how === 'doubled' ? [word, word] : [junk])).join(' ')
}

test('an invalid command changes nothing, whatever is wrong with it and wherever it stands', () => {
  let invalid = 0
  checkProperty(
    fc.tuple(generatedScenarios(), mistake),
    ([generated, wrong]) => {
      generated.play((world, _output, command) => {
        const before = stateOf(world)

        const output = runCommand(world, mistype(command, wrong))

        if (!output[0]?.startsWith('error:')) return
        invalid++
        expect(output).toHaveLength(1)
        expect(stateOf(world)).toBe(before)
      })
    },
    50,
  )
  expect(invalid).toBeGreaterThan(500)
})

test('whatever is typed is answered: with an error, or with lines that have a form of output', () => {
  checkProperty(fc.tuple(generatedScenarios(), fc.array(junk)), ([generated, words]) => {
    const world = generated.play()

    for (const command of [words.join(' '), ...generated.commands.map((command) => `${command} ${words[0]}`)])
      for (const line of runCommand(world, command))
        expect(line).toSatisfy((line: string) => line.startsWith('error: ') || isOutput(line))
  })
})

test('looking changes nothing, so what follows is the same', () => {
  checkProperty(
    generatedScenarios(),
    (generated) => {
      generated.play((world) => {
        const names = [...world.machine.namespaces.keys(), ...world.machine.sessions.keys()]
        for (const name of names) runCommand(world, `state ${name}`)
        const before = stateOf(world)

        for (const name of names) runCommand(world, `state ${name}`)
        runCommand(world, 'proc init')

        expect(stateOf(world)).toBe(before)
      })
    },
    50,
  )
})

test('a fingerprint tells two states apart, whatever differs', () => {
  const state = () => ({
    list: [1, 2],
    map: new Map([['a', { up: true }]]),
    set: new Set(['x']),
    none: undefined,
  })
  const others = [
    { ...state(), list: [2, 1] },
    { ...state(), map: new Map([['a', { up: false }]]) },
    { ...state(), set: new Set(['y']) },
    { ...state(), none: null },
  ]

  expect(fingerprint(state())).toBe(fingerprint(state()))
  expect(new Set([state(), ...others].map(fingerprint)).size).toBe(5)
})
