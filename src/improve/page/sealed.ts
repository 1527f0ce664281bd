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

interface Sealed {
  tokens: readonly Token[]
  chips: DecorationSet
}

function seal(state: EditorState): Sealed {
  const tokens = tokensIn(state.doc.toString())
  const chips = tokens.map((token) =>
    Decoration.replace({ widget: new Chip(token) }).range(token.from, token.to),
  )
  return { tokens, chips: Decoration.set(chips) }
}

/** The tokens of the text. They are found anew after each change. */
const sealedField = StateField.define<Sealed>({
  create: seal,
  update: (value, { docChanged, state }) => (docChanged ? seal(state) : value),
})

/** Shows the tokens as chips. A component is moved and deleted as a whole; the other tokens stay where they are. */
export const sealed: Extension = [
  sealedField,
  EditorView.decorations.compute([sealedField], (state) => state.field(sealedField).chips),
  EditorView.atomicRanges.of((view) => view.state.field(sealedField).chips),
  EditorState.changeFilter.of((transaction) => {
    // Undo may change tokens: it restores whole ones.
    if (!['input', 'delete', 'move'].some((event) => transaction.isUserEvent(event))) return true
    const { tokens } = transaction.startState.field(sealedField)
    return isInsideComponent(transaction, tokens) ? false : fixedRanges(tokens)
  }),
]

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

  constructor(token: Token) {
    super()
    this.token = token
  }

  override eq({ token }: Chip): boolean {
    return token.text === this.token.text && token.kind === this.token.kind
  }

  /** A click puts the cursor beside the chip: what is then written would be lost inside of it. */
  override ignoreEvent(): boolean {
    return false
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'improve__chip'
    chip.dataset.kind = this.token.kind
    chip.textContent = this.token.label
    chip.title = this.token.text
    return chip
  }
}

/** Makes a command that selects the component beside the cursor, so that only a second press of the key deletes it. */
function selectToken(direction: -1 | 1): Command {
  return ({ state, dispatch }) => {
    const { empty, head } = state.selection.main
    const { tokens } = state.field(sealedField)
    const token =
      empty && tokens.find((token) => !isFixed(token) && (direction < 0 ? token.to : token.from) === head)
    if (!token) return false
    dispatch(state.update({ selection: { anchor: token.from, head: token.to } }))
    return true
  }
}

/** The keys that delete. */
export const tokenKeys: readonly KeyBinding[] = [
  ...['Backspace', 'Mod-Backspace', 'Alt-Backspace'].map((key) => ({ key, run: selectToken(-1) })),
  ...['Delete', 'Mod-Delete', 'Alt-Delete'].map((key) => ({ key, run: selectToken(1) })),
]
