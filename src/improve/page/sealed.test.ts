import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingTokens, tokensIn } from '../tokens.ts'
import { sealed, selectionOf, tokenKeys } from './sealed.ts'

const text = `---
title: A title
sidebar_position: 1
description: Words.
---

See <C at="1" /> and {/* a note */} more.`

const stateOf = (doc: string) => EditorState.create({ doc, extensions: sealed })

/** Does what typing, pasting or deleting does. */
function change(state: EditorState, from: number, to: number, insert: string): EditorState {
  return state.update({ changes: { from, to, insert }, userEvent: insert ? 'input' : 'delete' }).state
}

/** Presses a key at a place, as often as `times` says, and returns what is selected then, and the text. */
function press(key: string, at: number, times = 1, refuse = () => {}): [selected: string, text: string] {
  let state = stateOf(text).update({ selection: { anchor: at } }).state
  for (let time = 0; time < times; time += 1) {
    const { from, to, empty } = state.selection.main
    const isDone = tokenKeys(refuse)
      .find((binding) => binding.key === key)
      ?.run?.({
        state,
        dispatch: (transaction: { state: EditorState }) => (state = transaction.state),
      } as never)
    if (!isDone && !empty) state = change(state, from, to, '')
  }
  const { from, to } = state.selection.main
  return [state.sliceDoc(from, to), state.doc.toString()]
}

test('Backspace after a component selects it, and only the second one deletes it', () => {
  const end = text.indexOf(' and')
  expect(press('Backspace', end)).toEqual(['<C at="1" />', text])
  expect(press('Delete', text.indexOf('<C'))).toEqual(['<C at="1" />', text])
  expect(press('Backspace', end, 2)).toEqual(['', text.replace('<C at="1" />', '')])
})

test('a click on a box selects it, and a click on a key of the front matter does not', () => {
  const selected = (part: string) => {
    const selection = selectionOf(stateOf(text), text.indexOf(part))
    return selection && text.slice(selection.anchor, selection.head)
  }
  expect(selected('<C')).toBe('<C at="1" />')
  expect(selected('{/*')).toBe('{/* a note */}')
  expect(selected('title:')).toBeUndefined()
})

test('the other tokens are selected too, and a second press says that they cannot be deleted', () => {
  let refused = 0
  const refuse = () => {
    refused += 1
  }
  expect(press('Backspace', text.indexOf(' more'), 1, refuse)).toEqual(['{/* a note */}', text])
  expect(refused).toBe(0)
  expect(press('Backspace', text.indexOf(' more'), 3, refuse)).toEqual(['{/* a note */}', text])
  expect(press('Delete', text.indexOf('title:'), 2, refuse)).toEqual(['title: ', text])
  expect(refused).toBe(3)
})

test('a value of the front matter can be emptied and written again', () => {
  const at = text.indexOf('A title')
  const empty = change(stateOf(text), at, at + 'A title'.length, '')
  expect(empty.doc.line(2).text).toBe('title: ')
  expect(change(empty, at, at, 'Another').doc.line(2).text).toBe('title: Another')
})

test('whatever is typed, pasted or deleted, the front matter keeps its lines, and no component is cut in two', () => {
  const edit = fc.record({
    from: fc.nat({ max: text.length }),
    length: fc.nat({ max: text.length }),
    insert: fc.constantFrom('', 'x', '会话', '\n', '---\n', ' {', '"'),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let state = stateOf(text)
      for (const { from, length, insert } of edits) {
        const begin = Math.min(from, state.doc.length)
        state = change(state, begin, Math.min(begin + length, state.doc.length), insert)
      }
      const edited = state.doc.toString()
      const missing = missingTokens(tokensIn(text), tokensIn(edited))
      expect(missing.every(({ kind }) => kind === 'component' && !edited.includes('<C'))).toBe(true)
      expect(edited).toMatch(/^---\ntitle: .*\nsidebar_position: 1\ndescription: .*\n---\n/s)
    }),
  )
})
