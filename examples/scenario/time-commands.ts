import * as time from '../host/time.ts'
import { Invalid } from '../kernel/invalid.ts'
import type { Words } from './command-words.ts'
import { mistyped } from './mistyped.ts'
import { usagePattern } from './usage-pattern.ts'
import { isCommandName, reschedulable, usages } from './usages.ts'
import type { World } from './world.ts'

/** `advance`: moves the clock forward. */
export function advance({ machine }: World, words: Words): void {
  const ms = words.number('a number of milliseconds')
  words.end()
  time.advance(machine, ms)
}

/** `resched`: stores a command for the next cond_resched() of a worker. Only its form is checked. */
export function resched({ reschedules }: World, words: Words): void {
  const command = words.rest().join(' ')
  const [name = ''] = command.split(' ')
  if (name === '') throw new Invalid('"resched" lacks a command')
  if (!isCommandName(name)) throw mistyped('command', name, Object.keys(usages))
  if (!reschedulable.includes(name)) throw new Invalid(`"${name}" cannot run in cond_resched()`)
  const ways: readonly string[] = usages[name]
  if (!ways.some((usage) => usagePattern(usage).test(command)))
    throw new Invalid(`"${command}" is not written like ${ways.map((usage) => `"${usage}"`).join(' or ')}`)
  reschedules.push(command)
}
