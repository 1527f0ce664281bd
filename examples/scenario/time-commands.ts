import { Invalid } from '../kernel/invalid.ts'
import * as workqueue from '../kernel/workqueue.ts'
import type { Words } from './words.ts'
import type { World } from './world.ts'

/** `advance`: time passes. */
export function advance({ machine, inCondResched }: World, words: Words): void {
  const ms = words.number('a number of milliseconds')
  words.end()
  if (inCondResched) throw new Invalid('time does not pass while a worker offers the processor')
  workqueue.advance(machine, ms)
}

/** `resched`: a command to be carried out when a worker next offers the processor. */
export function resched({ reschedules, inCondResched }: World, words: Words): void {
  const command = words.text()
  if (command === '') throw new Invalid('"resched" lacks a command')
  if (inCondResched) throw new Invalid('"resched" cannot put off another')
  reschedules.push(command)
}
