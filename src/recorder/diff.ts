/** A value that JSON can hold. Objects are compared field by field; arrays, and all else, as a whole. */
export type Json = string | number | boolean | null | Json[] | JsonObject

export interface JsonObject {
  [name: string]: Json
}

/** One difference: what stands at a path now, or, without a value, that nothing does. */
export type Change = [path: string, value: Json] | [path: string]

/** What makes `after` of `before`. Names are joined by `|`, which no name has. */
export function diff(before: JsonObject, after: JsonObject, prefix = ''): Change[] {
  const changes: Change[] = []
  for (const name of Object.keys(before)) if (!(name in after)) changes.push([prefix + name])
  for (const [name, value] of Object.entries(after)) {
    const old = before[name]
    const path = prefix + name
    if (isObject(old) && isObject(value)) changes.push(...diff(old, value, `${path}|`))
    else if (!isSame(old, value)) changes.push([path, value])
  }
  return changes
}

/** Makes the changes. What did not change is shared with `state`, which stays as it is. */
export function apply(state: JsonObject, changes: Change[]): JsonObject {
  let result = state
  for (const [path, ...value] of changes) result = set(result, path.split('|'), value)
  return result
}

/** What stands at a path, if anything does. */
export function valueAt(state: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = state
  for (const name of path.split('|')) at = isObject(at) ? at[name] : undefined
  return at
}

function set(state: JsonObject, [name = '', ...rest]: string[], value: Json[]): JsonObject {
  if (rest.length > 0) {
    const inner = state[name]
    return { ...state, [name]: set(isObject(inner) ? inner : {}, rest, value) }
  }
  if (value.length > 0) return { ...state, [name]: value[0] as Json }
  const { [name]: _, ...others } = state
  return others
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(a: Json | undefined, b: Json): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
