import { type Text, textIn } from '../../reference/languages.ts'
import { isObject, type Json, type Path, valueAt } from '../recorder/diff.ts'
import { childOf, type Field, type Label, type Node } from '../recorder/field.ts'
import type { Step } from '../recorder/recording.ts'
import { description, type State } from '../recorder/state.ts'
import type { Words } from './words.ts'

/** A change of the state, in the names of the C file. */
export interface ChangeInWords {
  /** The object that the value belongs to: a session, a namespace, the queue. */
  of: string
  /** `c1: remaddr4[0].bitfield` */
  what: string
  from?: string
  to: string
}

/** Returns a name or a value in words, or the items of a list. */
export function inWords(shown: Label | readonly string[], words: Words): string {
  if (typeof shown === 'string') return shown
  if (!isList(shown)) return textIn(shown, words.language)
  return shown.length > 0 ? shown.join(', ') : words.none
}

function isList(shown: Label | readonly string[]): shown is readonly string[] {
  return Array.isArray(shown)
}

/** Returns the changes of a step in words. */
export function describe(
  { changes, before }: Pick<Step, 'changes' | 'before'>,
  words: Words,
): ChangeInWords[] {
  const all = changes.flatMap(([path, now]) => {
    const { node, key, outer, isItem } = nodeAt(path)
    const old = valueAt(before, path)
    const [root = '', name] = path
    const of = (isNamed(root) && name) || words.parts[root as keyof State]
    return describeValue(node, key, outer, old, now, words, isItem).map(({ what, ...change }) => ({
      of,
      what: root === 'routeErrors' ? words.route(what) : what,
      ...change,
    }))
  })
  return all.filter(({ from, to }) => from !== to)
}

/** Returns the name of a value of the state, in the names of the C file: `c1: add_addr`. */
export function nameAt(path: Path, words: Words): string {
  const { node, key, outer } = nodeAt(path)
  if (!node) return key
  return node.is === 'field' ? outer + inWords(node.label || key, words) : nameOf(node, key, outer)
}

/** Returns the value at a path as the panels show it; `–` if there is none. */
export function shownAt(path: Path, value: Json | undefined, words: Words): string {
  const { node } = nodeAt(path)
  if (value === undefined) return '–'
  return node?.is === 'field' ? shownIn(node, value, words) : '◆'
}

/** Returns the value of a field as the panels show it: eight bits without `0b`. */
export function shownIn(field: Field, value: unknown, words: Words): string {
  return inWords(field.show(value), words).replace(/^0b(?=[01]{8}$)/, '')
}

/** Follows a path through the description of the state. */
function nodeAt(path: Path) {
  let node: Node | undefined = description
  let [outer, key, isItem] = ['', '', false]
  for (const name of path) {
    outer = prefixIn(node, key, outer)
    isItem = node?.is === 'each'
    node = childOf(node, name)
    key = name
  }
  return { node, key, outer, isItem }
}

/**
 * Describes the change of a value, or of its fields.
 *
 * @param outer the prefix of its name: the name of the object around it
 * @param isItem whether it is an item of `each`
 */
function describeValue(
  node: Node | undefined,
  key: string,
  outer: string,
  old: Json | undefined,
  now: Json | undefined,
  words: Words,
  isItem: boolean,
): Omit<ChangeInWords, 'of'>[] {
  if (!node) return []
  if (node.is === 'field') {
    const what = outer + inWords(node.label || key, words)
    if (now === undefined) return [{ what, to: inWords(node.gone ?? gone, words) }]
    const show = (value: Json) => inWords(node.show(value), words)
    if (old === undefined && isItem) return [{ what, to: show(now) }]
    return [{ what, from: show(old ?? blank(now)), to: show(now) }]
  }
  const what = nameOf(node, key, outer)
  if (now === undefined) return [{ what, to: inWords(gone, words) }]
  if (!isObject(now)) return []
  if (old === undefined && node.is === 'part' && node.show)
    return [{ what, to: inWords(node.show(now), words) }]
  const prefix = prefixIn(node, key, outer)
  return Object.entries(now).flatMap(([name, value]) => {
    const before = isObject(old) ? old[name] : undefined
    return describeValue(childOf(node, name), name, prefix, before, value, words, node.is === 'each')
  })
}

/** Whether the parts of an object of the state have names of their own: those of sessions and namespaces. */
const isNamed = (root: string): boolean => root === 'namespaces' || root === 'sessions'

function nameOf(node: Exclude<Node, Field>, key: string, outer: string): string {
  if (node.is === 'each') return outer + key
  const name = node.name?.(key) ?? ''
  return node.isFullName ? name : outer + name
}

function prefixIn(node: Node | undefined, key: string, outer: string): string {
  const isNamed = node?.is === 'part' && node.join && node.name?.(key)
  return isNamed ? nameOf(node, key, outer) + node.join : outer
}

/** Returns the value of a field before its object existed. */
function blank(value: Json): Json {
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? false : Array.isArray(value) ? [] : ''
}

const gone: Text = { zh: '已删除', en: 'removed' }
