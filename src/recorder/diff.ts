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
export function diff(before: JsonObject, after: JsonObject): Change[] {
  const changes: Change[] = []
  addChanges(changes, before, after, [])
  return changes
}

/** The recorder compares states at every statement, and most are the same: a path is made for a change only. */
function addChanges(changes: Change[], before: JsonObject, after: JsonObject, outer: Path): void {
  for (const name in before) if (!(name in after)) changes.push([[...outer, name]])
  for (const name in after) {
    const old = before[name]
    const value = after[name] as Json
    if (isObject(old) && isObject(value)) addChanges(changes, old, value, [...outer, name])
    else if (!isSame(old, value)) changes.push([[...outer, name], value])
  }
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
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index] as Json))
  return typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b)
}
