import { EditorView } from '@codemirror/view'

/**
 * Replaces a selection when the reader types over it. Left to itself, Chromium does so and keeps the colour of the old text
 * by an inline style, which the security policy refuses.
 */
export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const { state, composing } = view
    if (inputType !== 'insertText' || data === null || composing || state.selection.main.empty) return false
    view.dispatch(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})
