import * as time from '../host/time.ts'
import { Invalid } from '../kernel/invalid.ts'
import { mistyped } from './mistyped.ts'
import { usagePattern } from './usage-pattern.ts'
import { isCommandName, reschedulable, usages } from './usages.ts'
import type { Words } from './words.ts'
import type { World } from './world.ts'

/** `advance`: time passes. */
export function advance({ machine }: World, words: Words): void {
  const ms = words.number('a number of milliseconds')
  words.end()
  time.advance(machine, ms)
}

/** `resched`: a command that runs when a worker next calls cond_resched(). It is only checked how it is written. */
export function resched({ reschedules }: World, words: Words): void {
  const command = words.text()
  const [name = ''] = command.split(' ')
  if (name === '') throw new Invalid('"resched" lacks a command')
  if (!isCommandName(name)) throw mistyped('command', name, Object.keys(usages))
  if (!reschedulable.includes(name)) throw new Invalid(`"${name}" cannot run in cond_resched()`)
  const ways: readonly string[] = usages[name]
  if (!ways.some((usage) => usagePattern(usage).test(command)))
    throw new Invalid(`"${command}" is not written like ${ways.map((usage) => `"${usage}"`).join(' or ')}`)
  reschedules.push(command)
}
