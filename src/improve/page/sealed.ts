/** Tokens in the editor: they are shown as chips and not edited. */

import { EditorState, type Extension, StateField, type Transaction } from '@codemirror/state'
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  type KeyBinding,
  WidgetType,
} from '@codemirror/view'
import { type Token, tokensIn } from '../tokens.ts'

/** The tokens of the text. They are found anew after each change. */
const tokenField = StateField.define<readonly Token[]>({
  create: ({ doc }) => tokensIn(doc.toString()),
  update: (tokens, { docChanged, newDoc }) => (docChanged ? tokensIn(newDoc.toString()) : tokens),
})

/** Returns a chip for each token. Those that are selected show it. */
function chipsIn(state: EditorState): DecorationSet {
  const { ranges } = state.selection
  return Decoration.set(
    state.field(tokenField).map((token) => {
      const isSelected = ranges.some(({ from, to }) => from <= token.from && token.to <= to)
      return Decoration.replace({ widget: new Chip(token, isSelected) }).range(token.from, token.to)
    }),
  )
}

/** Shows the tokens as chips. A component is moved and deleted as a whole; the other tokens stay where they are. */
export const sealed: Extension = [
  tokenField,
  EditorView.decorations.compute([tokenField, 'selection'], chipsIn),
  EditorView.atomicRanges.of(({ state }) => chipsIn(state)),
  EditorView.domEventHandlers({
    mousedown(event, view) {
      const chip = event.target instanceof Element && event.target.closest('.improve__chip')
      const selection = chip && !event.shiftKey && selectionOf(view.state, view.posAtDOM(chip))
      if (!selection) return false
      view.dispatch({ selection })
      view.focus()
      return true
    },
  }),
  EditorState.changeFilter.of((transaction) => {
    // Undo may change tokens: it restores whole ones.
    if (!['input', 'delete', 'move'].some((event) => transaction.isUserEvent(event))) return true
    const tokens = transaction.startState.field(tokenField)
    return isInsideComponent(transaction, tokens) ? false : fixedRanges(tokens)
  }),
]

/** Returns what a click on the token at a place selects: all of it. The keys of the front matter are no boxes. */
export function selectionOf(state: EditorState, at: number): { anchor: number; head: number } | undefined {
  const token = state.field(tokenField).find(({ from, kind }) => from === at && kind !== 'matter')
  return token && { anchor: token.from, head: token.to }
}

function isInsideComponent({ changes }: Transaction, tokens: readonly Token[]): boolean {
  let isInside = false
  changes.iterChangedRanges((from, to) => {
    isInside ||= tokens.some((token) => [from, to].some((at) => at > token.from && at < token.to))
  })
  return isInside
}

const isFixed = ({ kind }: Token) => kind !== 'component'

/**
 * Returns the ranges that stay as they are, from and to in turn. Between two that touch nothing can be written, except
 * after the key of a value that is prose.
 */
function fixedRanges(tokens: readonly Token[]): number[] {
  const ranges: number[] = []
  let isOpen = false
  for (const { from, to, kind, text } of tokens.filter(isFixed)) {
    // With the ends of the lines around it, a line of the front matter stays a line.
    const isMatter = kind === 'matter'
    const begin = isMatter ? from - 1 : from
    if (ranges.at(-1) === begin && !isOpen) ranges.pop()
    else ranges.push(begin)
    ranges.push(isMatter && from > 0 && text === '---' ? to + 1 : to)
    isOpen = isMatter && /:\s*$/.test(text)
  }
  return ranges
}

class Chip extends WidgetType {
  readonly token: Token
  readonly isSelected: boolean

  constructor(token: Token, isSelected: boolean) {
    super()
    this.token = token
    this.isSelected = isSelected
  }

  override eq({ token, isSelected }: Chip): boolean {
    const { text, kind } = this.token
    return token.text === text && token.kind === kind && isSelected === this.isSelected
  }

  /** The editor handles clicks: what is written inside of a chip would be lost. */
  override ignoreEvent(): boolean {
    return false
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = this.isSelected ? 'improve__chip improve__chip--selected' : 'improve__chip'
    chip.dataset.kind = this.token.kind
    chip.textContent = this.token.label
    chip.title = this.token.text
    return chip
  }
}

/** Makes a command for a key that deletes: beside a token it selects the token, so that only a second press deletes it. */
function deletion(direction: -1 | 1, refuse: () => void): Command {
  return ({ state, dispatch }) => {
    const { empty, from, to } = state.selection.main
    const tokens = state.field(tokenField)
    if (!empty) {
      const isRefused = tokens.some((token) => isFixed(token) && token.from === from && token.to === to)
      if (isRefused) refuse()
      return isRefused
    }
    const token = tokens.find((token) => (direction < 0 ? token.to : token.from) === from)
    if (!token) return false
    dispatch(state.update({ selection: { anchor: token.from, head: token.to } }))
    return true
  }
}

/**
 * Returns the keys that delete.
 *
 * @param refuse is called when the reader tries to delete a token that stays where it is
 */
export function tokenKeys(refuse: () => void): readonly KeyBinding[] {
  return [
    ...['Backspace', 'Mod-Backspace', 'Alt-Backspace'].map((key) => ({ key, run: deletion(-1, refuse) })),
    ...['Delete', 'Mod-Delete', 'Alt-Delete'].map((key) => ({ key, run: deletion(1, refuse) })),
  ]
}
