import { allowed } from './confine.ts'

const { getOwnPropertyDescriptor, ownKeys } = Reflect

/** A function of the language, and where it is: `Array.prototype.push`. */
interface BuiltIn {
  name: string
  owner: object
  key: PropertyKey
  value: unknown
}

/**
 * Saves the built-in functions. Call it before a reader's code runs: vitest's packages need them, so code that changes
 * one can break the run or make its results wrong.
 *
 * @returns a function that returns the name of a built-in that has changed since, or undefined
 */
export function watchBuiltIns(): () => string | undefined {
  const builtIns: BuiltIn[] = []
  const add = (owner: object, key: PropertyKey, name: string) => {
    const value = functionAt(owner, key)
    if (value) builtIns.push({ name, owner, key, value })
  }
  const addAll = (owner: object, path: string) => {
    for (const key of ownKeys(owner))
      add(owner, key, typeof key === 'symbol' ? `${path}[${key.description}]` : `${path}.${key}`)
  }
  for (const name of allowed) {
    const value = Reflect.get(globalThis, name)
    if (!/^[A-Z]/.test(name) || value !== Object(value)) continue
    add(globalThis, name, name)
    addAll(value, name)
    if (value.prototype) addAll(value.prototype, `${name}.prototype`)
  }

  return () => {
    // Without methods and iterators: the code may have changed any of them.
    for (let i = 0; i < builtIns.length; i++) {
      const { name, owner, key, value } = builtIns[i] as BuiltIn
      if (functionAt(owner, key) !== value) return name
    }
    return undefined
  }
}

/** Returns the function or getter of a property, if it has one. */
function functionAt(owner: object, key: PropertyKey): unknown {
  const { value, get } = getOwnPropertyDescriptor(owner, key) ?? {}
  return typeof value === 'function' ? value : get
}
