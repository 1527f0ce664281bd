import {
  addAddress,
  addDevice,
  bringDown,
  bringUp,
  type DeviceOptions,
  notifyChange,
  removeAddress,
  setMultipath,
} from '../host/devices.ts'
import { addNamespace, removeNamespace } from '../host/namespaces.ts'
import { type Errno, errno } from '../kernel/errno.ts'
import { Invalid } from '../kernel/invalid.ts'
import { routeKey } from '../kernel/machine.ts'
import { deviceNamed, type SCOPE } from '../kernel/netdevice.ts'
import type { Words } from './command-words.ts'
import type { World } from './world.ts'

/** `link`: adds or changes a device. */
export function link({ machine }: World, words: Words): void {
  const verb = words.oneOf(['add', 'set'])
  const name = words.name('the name of a device')
  if (verb === 'add') {
    addDevice(machine, name, deviceOptions(words))
    return
  }
  const device = deviceNamed(machine, name)
  const what = words.oneOf(['up', 'down', 'multipath', 'change'])
  const multipath = what === 'multipath' ? words.oneOf(['on', 'off', 'backup']) : undefined
  words.end()
  if (multipath) setMultipath(device, multipath)
  else if (what === 'change') notifyChange(device)
  else if (what === 'up') bringUp(device)
  else bringDown(device)
}

function deviceOptions(words: Words): DeviceOptions {
  const options: DeviceOptions = {}
  for (let word = words.take(); word !== undefined; word = words.take()) {
    if (word === 'netns') options.netns = words.need('the name of a namespace')
    else if (word === 'down') options.down = true
    else if (word === 'backup') options.backup = true
    else if (word === 'nomultipath') options.noMultipath = true
    else
      throw new Invalid(`"${word}" is not an option of "link add": netns <netns>, down, backup, nomultipath`)
  }
  return options
}

/** `addr`: adds an address to a device, or removes it. */
export function addr({ machine }: World, words: Words): void {
  const verb = words.oneOf(['add', 'del'])
  const address = words.address()
  words.keyword('dev')
  const device = deviceNamed(machine, words.need('the name of a device'))
  if (verb === 'add') addAddress(device, address, scopeOption(words))
  else {
    words.end()
    removeAddress(device, address)
  }
}

function scopeOption(words: Words): keyof typeof SCOPE {
  const word = words.take()
  if (word === undefined) return 'global'
  if (word !== 'scope') throw new Invalid(`"${word}" is not an option of "addr add": scope global|link|host`)
  const scope = words.oneOf(['global', 'link', 'host'])
  words.end()
  return scope
}

/** `netns`: adds or deletes a namespace. */
export function netns({ machine }: World, words: Words): void {
  const verb = words.oneOf(['add', 'del'])
  const name = words.name('the name of a namespace')
  words.end()
  if (verb === 'add') addNamespace(machine, name)
  else removeNamespace(machine, name)
}

/** `route`: sets or clears the error of joins from one address to another. */
export function route({ machine }: World, words: Words): void {
  const verb = words.oneOf(['fail', 'ok'])
  const key = routeKey(words.address(), words.address())
  const error = verb === 'fail' ? words.errno() : undefined
  words.end()
  if (error === undefined) machine.routeErrors.delete(key)
  else machine.routeErrors.set(key, routeError(error))
}

/** Two errors have their own number; every other is -EPERM, because the C file does not distinguish them either. */
function routeError(name: Errno): number {
  return name === 'ENETUNREACH' || name === 'EHOSTUNREACH' ? -errno[name] : -errno.EPERM
}
