import { expect, test } from 'vitest'
import { runCommand } from '../run.ts'
import { createWorld, type World } from '../world.ts'
import { checkProperty } from './check-property.ts'
import { type GeneratedScenario, generatedScenarios } from './generated-scenario.ts'

/** The name of the session in a line, if there is one. */
function sessionIn(line: string): string | undefined {
  return /\b([cs]\d+)\b/.exec(line)?.[1]
}

test('the worker of a namespace has to do with the sessions of its namespace alone', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }, output) => {
      let working: string | undefined
      for (const line of output) {
        const [, verb, namespace] = /(run|done) address_worker\((\w+)\)$/.exec(line) ?? []
        if (verb) working = verb === 'run' ? namespace : undefined
        const session = sessionIn(line)
        if (working && session) expect(machine.sessions.get(session)?.namespace.name).toBe(working)
      }
    })
  })
})

/** The lines about the sessions of `init`, if only the commands that `chosen` accepts are run. */
function seenInInit(
  generated: GeneratedScenario,
  chosen: (world: World, command: string) => boolean,
): string[] {
  const world = createWorld()
  const lines: string[] = []
  for (const command of generated.commands) {
    if (!chosen(world, command)) continue
    for (const line of runCommand(world, command)) {
      const session = world.machine.sessions.get(sessionIn(line) ?? '')
      if (session?.namespace.name === 'init') lines.push(line)
    }
  }
  return lines
}

/** Whether a command is about the namespace "blue": its devices after they were made, or its sessions. */
function isAboutBlue({ machine }: World, command: string): boolean {
  if (command.startsWith('link add') || command.startsWith('netns')) return false
  return / blue/.test(command) || command.split(' ').some((word) => isUnknownSession(machine, word))
}

function isUnknownSession({ sessions }: World['machine'], word: string): boolean {
  return /^[cs]\d+$/.test(word) && !sessions.has(word)
}

test('a command in one namespace changes nothing in another', () => {
  // Memory, and the calls of cond_resched(), belong to all namespaces together.
  checkProperty(generatedScenarios({ without: ['noMemory', 'resched'] }), (generated) => {
    const all = seenInInit(generated, () => true)

    // A session that was not made is unknown, so the commands for it are not run either.
    const withoutBlue = seenInInit(
      generated,
      (world, command) => /^(connect|accept) (?!.* netns)/.test(command) || !isAboutBlue(world, command),
    )

    expect(withoutBlue).toEqual(all)
  })
})
