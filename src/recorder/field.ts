/** What a description of a state is made of; the description itself is `state.ts`. */

import type { Text } from '../../reference/languages.ts'
import type { Json, JsonObject, Path } from './diff.ts'

/** A name or a text: as C has it, or in the words of each language. */
export type Label = string | Text

/** Readers may look for the next change of one of these kinds. */
export type KindOfField = 'event' | 'timer' | 'lock' | 'slot'

/** One value. The methods get what the value is read from, and the value. */
export interface Field<Source = unknown, Value = unknown> {
  readonly is: 'field'
  read(source: Source): Value
  /** Its name in C, or what it is; absent for one of {@link Each}, whose key is its name. */
  readonly label?: Label
  /** The value as text; a list item by item. */
  show(value: Value): Label | readonly string[]
  /** Whether a table of all values has it; absent if always. */
  isListed?(value: Value): boolean
  /** What stands for its value when it is no longer there. */
  readonly gone?: Text
  readonly kind?: KindOfField
}

/** An object with fields. */
interface Part<Source = unknown, Inner = unknown, Of extends Nodes = Nodes, Value = unknown> {
  readonly is: 'part'
  /** The object that its fields are read from; undefined if there is none. */
  from(source: Source): Inner
  readonly of: Of
  /** What it is called, given its key; absent or '' if its fields stand for themselves. */
  name?(key: string): string
  /** What stands between its name and that of a field. */
  readonly join?: string
  /** Its name is not put behind that of what it belongs to. */
  readonly isFullName?: boolean
  /** A new one as text; absent if its fields are described one by one. */
  show?(value: Value): Label
  /** Whether a table of the values around it has its fields too; absent if always, unless it has a name. */
  isListed?(value: Value): boolean
  readonly kind?: KindOfField
}

/** Any number of objects or values, by name. */
interface Each<Source = unknown, Item extends Node = Node> {
  readonly is: 'each'
  entries(source: Source): Iterable<readonly [key: string, source: unknown]>
  readonly item: Item
}

export type Node = Field | Part | Each
type Nodes = { readonly [name: string]: Node }

type StateOfNodes<Of extends Nodes> = { [Name in keyof Of]: StateOf<Of[Name]> }

/** What is read by a description: plain data. */
export type StateOf<N> =
  N extends Field<never, infer Value>
    ? Value
    : N extends Each<never, infer Item>
      ? Record<string, StateOf<Item>>
      : N extends Part<never, infer Inner, infer Of>
        ? StateOfNodes<Of> | Extract<Inner, undefined>
        : never

/** Describes one value: how it is read, what it is called, how it is shown. */
export function field<Source, Value>(
  read: (source: Source) => Value,
  label: Label,
  show: (value: Value) => Label | readonly string[],
  more: Partial<Field<Source, Value>> = {},
): Field<Source, Value> {
  return { is: 'field', read, label, show, ...more }
}

/** Describes an object: where it is, and its fields. */
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

/** Reads what `node` describes. What is undefined is left out. */
export function read(node: Node, source: unknown): Json | undefined {
  if (node.is === 'field') return node.read(source) as Json
  const state: JsonObject = {}
  const set = (key: string, value: Json | undefined) => {
    if (value !== undefined) state[key] = value
  }
  if (node.is === 'each') {
    for (const [key, item] of node.entries(source)) set(key, read(node.item, item))
    return state
  }
  const inner = node.from(source)
  if (inner === undefined) return undefined
  for (const [name, child] of Object.entries(node.of)) set(name, read(child, inner))
  return state
}

/** The description of a value inside of what `node` describes. */
export function childOf(node: Node | undefined, name: string): Node | undefined {
  return node?.is === 'each' ? node.item : node?.is === 'part' ? node.of[name] : undefined
}

/** The descriptions of all that a path leads through, from the outside in. */
export function alongPath(root: Node, path: Path): (Node | undefined)[] {
  let node: Node | undefined = root
  return path.map((name) => {
    node = childOf(node, name)
    return node
  })
}
