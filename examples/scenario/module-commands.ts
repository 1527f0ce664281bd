import { fullmeshModule } from '../fullmesh/module.ts'
import { setParameter } from '../fullmesh/parameters.ts'
import * as modules from '../host/modules.ts'
import { Invalid } from '../kernel/invalid.ts'
import type { Words } from './command-words.ts'
import type { World } from './world.ts'

/** `insmod`: loads the module. */
export function insmod({ machine }: World, words: Words): void {
  words.end()
  modules.insmod(machine, fullmeshModule)
}

/** `rmmod`: unloads the module. */
export function rmmod({ machine }: World, words: Words): void {
  words.end()
  modules.rmmod(machine, fullmeshModule)
}

/** `param`: sets a parameter of the module. */
export function param({ machine }: World, words: Words): void {
  const word = words.need('a parameter')
  const [, name = '', value = ''] = /^(\w+)=(-?\d+)$/.exec(word) ?? []
  if (name === '') throw new Invalid(`"${word}" is not of the form <parameter>=<number>`)
  words.end()
  setParameter(machine, name, Number(value))
}

/** `fail`: injects a failure of a later allocation, registration or proc file. */
export function fail({ machine: { faults } }: World, words: Words): void {
  const what = words.oneOf(['alloc', 'register', 'proc'])
  if (what === 'alloc') {
    const nth = parseNth(words.take())
    words.end()
    faults.allocation = nth
  } else if (what === 'register') {
    const name = words.oneOf(['pernet', 'inetaddr', 'netdevice', 'inet6addr', 'path_manager'])
    words.end()
    faults.registrations.add(name)
  } else {
    words.end()
    faults.proc = true
  }
}

function parseNth(word = '1'): number {
  const nth = Number(word)
  if (!(Number.isSafeInteger(nth) && nth > 0))
    throw new Invalid(`"${word}" is not a count of allocations, 1 or more`)
  return nth
}
