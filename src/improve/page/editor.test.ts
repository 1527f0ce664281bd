import { history, undo } from '@codemirror/commands'
import { EditorState, type Transaction } from '@codemirror/state'
import { expect, test } from 'vitest'
import { rewriting } from './editor.ts'
import { sealed } from './sealed.ts'

test('after the text is replaced, one undo brings back the edited text, also when all was typed without a pause', () => {
  let state = EditorState.create({ doc: 'The op <C at="1" /> runs.', extensions: [history(), sealed] })
  const dispatch = (transaction: Transaction) => {
    state = transaction.state
  }
  const original = state.doc.toString()
  dispatch(state.update({ changes: { from: 3, insert: ' first' }, userEvent: 'input.type' }))
  const edited = state.doc.toString()
  dispatch(state.update(rewriting(state, original)))
  expect(state.doc.toString()).toBe(original)
  undo({ state, dispatch })
  expect(state.doc.toString()).toBe(edited)
})
