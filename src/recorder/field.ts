/** The building blocks of a description of a state. The description itself is in `state.ts`. */

import type { Text } from '../../reference/languages.ts'
import type { Json, JsonObject } from './diff.ts'

/** A name or a text: as in C, or in each language. */
export type Label = string | Text

/** The kinds of fields to whose next change the reader can jump. */
export type KindOfField = 'device' | 'event' | 'timer' | 'lock' | 'slot'

/** The description of one value. */
export interface Field<Source = unknown, Value = unknown> {
  readonly is: 'field'
  read(source: Source): Value
  /** Its name in C, or in words; '' for an item of {@link Each}, which is named by its key. */
  readonly label?: Label
  /** Returns the value as text, and a list as the texts of its items. */
  show(value: Value): Label | readonly string[]
  /** Whether a table of all values lists this one; absent if always. */
  isListed?(value: Value): boolean
  /** The text that is shown when the value has been removed. */
  readonly gone?: Text
  readonly kind?: KindOfField
}

/** The description of an object with fields. */
interface Part<Source = unknown, Inner = unknown, Of extends Nodes = Nodes, Value = unknown> {
  readonly is: 'part'
  /** Returns the object from which the fields are read; undefined if there is none. */
  from(source: Source): Inner
  readonly of: Of
  /** Returns its name, given its key; absent or '' if its fields are shown without a name around them. */
  name?(key: string): string
  /** The separator between its name and the name of a field. */
  readonly join?: string
  /** Its name is shown without the name of the object around it. */
  readonly isFullName?: boolean
  /** Returns a new object as text; absent if its fields are described one by one. */
  show?(value: Value): Label
  /** Whether a table of the values around it lists its fields; absent if always, unless it has a name. */
  isListed?(value: Value): boolean
  readonly kind?: KindOfField
}

/** The description of any number of objects or values, by name. */
interface Each<Source = unknown, Item extends Node = Node> {
  readonly is: 'each'
  entries(source: Source): Iterable<readonly [key: string, source: unknown]>
  readonly item: Item
}

export type Node = Field | Part | Each
type Nodes = { readonly [name: string]: Node }

type StateOfNodes<Of extends Nodes> = { [Name in keyof Of]: StateOf<Of[Name]> }

/** The plain data that {@link read} returns for a description. */
export type StateOf<N> =
  N extends Field<never, infer Value>
    ? Value
    : N extends Each<never, infer Item>
      ? Record<string, StateOf<Item>>
      : N extends Part<never, infer Inner, infer Of>
        ? StateOfNodes<Of> | Extract<Inner, undefined>
        : never

/** Describes one value: how it is read, its name, and how it is shown. */
export function field<Source, Value>(
  read: (source: Source) => Value,
  label: Label,
  show: (value: Value) => Label | readonly string[],
  more: Partial<Field<Source, Value>> = {},
): Field<Source, Value> {
  return { is: 'field', read, label, show, ...more }
}

/** Describes an object: how it is found, and its fields. */
export function part<Source, Inner, Of extends Nodes>(
  from: (source: Source) => Inner,
  of: Of,
  more: Partial<Part<Source, Inner, Of, StateOfNodes<Of>>> = {},
): Part<Source, Inner, Of> {
  return { is: 'part', from, of, ...more }
}

/** Describes any number of objects or values with names. */
export function each<Source, Item extends Node>(
  entries: Each<Source>['entries'] & ((source: Source) => unknown),
  item: Item,
): Each<Source, Item> {
  return { is: 'each', entries, item }
}

/** Reads the data that `node` describes, without undefined values. */
export function read(node: Node, source: unknown): Json | undefined {
  if (node.is === 'field') return node.read(source) as Json
  const state: JsonObject = {}
  if (node.is === 'each') {
    for (const [key, item] of node.entries(source)) {
      const value = read(node.item, item)
      if (value !== undefined) state[key] = value
    }
    return state
  }
  const inner = node.from(source)
  if (inner === undefined) return undefined
  for (const name in node.of) {
    const value = read(node.of[name] as Node, inner)
    if (value !== undefined) state[name] = value
  }
  return state
}

/** Returns the description of a field or item of `node`. */
export function childOf(node: Node | undefined, name: string): Node | undefined {
  return node?.is === 'each' ? node.item : node?.is === 'part' ? node.of[name] : undefined
}
