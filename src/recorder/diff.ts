/** A value that JSON can hold. Objects are compared field by field, all other values as a whole. */
export type Json = string | number | boolean | null | Json[] | JsonObject

export interface JsonObject {
  [name: string]: Json
}

/** The place of a value in an object: names of fields, from the outside in. */
export type Path = readonly string[]

/** One difference: a path with its new value, or without a value if the field was removed. */
export type Change = [path: Path, value: Json] | [path: Path]

/** Returns the changes that turn `before` into `after`. */
export function diff(before: JsonObject, after: JsonObject, outer: Path = []): Change[] {
  const changes: Change[] = []
  for (const name of Object.keys(before)) if (!(name in after)) changes.push([[...outer, name]])
  for (const [name, value] of Object.entries(after)) {
    const old = before[name]
    const path = [...outer, name]
    if (isObject(old) && isObject(value)) changes.push(...diff(old, value, path))
    else if (!isSame(old, value)) changes.push([path, value])
  }
  return changes
}

/** Returns `state` with the changes made. It shares with `state`, which is not modified, all that did not change. */
export function apply(state: JsonObject, changes: Change[]): JsonObject {
  let result = state
  for (const [path, ...value] of changes) result = set(result, path, value)
  return result
}

/** Returns the value at a path; undefined if there is none. */
export function valueAt(state: JsonObject, path: Path): Json | undefined {
  let at: Json | undefined = state
  for (const name of path) at = isObject(at) ? at[name] : undefined
  return at
}

/** True for an object with fields: neither null nor an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function set(state: JsonObject, [name = '', ...rest]: Path, value: Json[]): JsonObject {
  if (rest.length > 0) {
    const inner = state[name]
    return { ...state, [name]: set(isObject(inner) ? inner : {}, rest, value) }
  }
  if (value.length > 0) return { ...state, [name]: value[0] as Json }
  const { [name]: _, ...others } = state
  return others
}

function isSame(a: Json | undefined, b: Json): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
