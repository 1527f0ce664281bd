/** The editor of a section: CodeMirror, with tokens as chips (`sealed.ts`) and marks on problems. */

import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from '@codemirror/commands'
import { EditorState, StateEffect, StateField, type TransactionSpec } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { typeOverSelection } from '../../island/typing.ts'
import type { Edit } from '../../texts/problems.ts'
import type { Problem } from '../problems.ts'
import { beginningOf } from '../tokens.ts'
import { sealed, tokenKeys } from './sealed.ts'

/** An editor in the page. */
export interface Editor {
  text(): string
  /** Replaces the text, in one step that can be undone. */
  write(text: string): void
  undo(): void
  /** Replaces a part of the text. */
  replace(edit: Edit): void
  /** Puts a token at the cursor, on lines of its own if it stood so. */
  insert(text: string): void
  /** Marks the places of problems, and keeps the cursor in view. */
  mark(problems: readonly Problem[]): void
  /** Selects a part of the text, and brings it into view. */
  show(part: { from: number; to: number }): void
  focus(): void
  remove(): void
}

interface Setting {
  text: string
  /** The tag of the language of the text. */
  lang: string
  label: string
  description: string
  lineInFile(line: number): number
  /** It is called after each change, but not before an input method has ended. */
  change(): void
  /** It is called when the cursor is at another place. */
  move(offset: number): void
  /** It is called when the reader tries to delete a part that stays. */
  refuse(): void
}

/** Opens an editor at the end of `parent`. */
export function openEditor(parent: Element, setting: Setting): Editor {
  const changed = (view: EditorView) => {
    if (!view.composing) setting.change()
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: setting.text,
      selection: { anchor: beginningOf(setting.text) },
      extensions: [
        keymap.of([...tokenKeys(setting.refuse), ...defaultKeymap, ...historyKeymap]),
        history(),
        drawSelection(),
        lineNumbers({ formatNumber: (line) => String(setting.lineInFile(line)) }),
        EditorView.lineWrapping,
        sealed,
        marked,
        theme,
        typeOverSelection,
        EditorView.contentAttributes.of({
          'aria-label': setting.label,
          'aria-description': setting.description,
          lang: setting.lang,
          spellcheck: 'true',
          tabindex: '0',
        }),
        EditorView.updateListener.of(({ docChanged, selectionSet, view }) => {
          if (docChanged) changed(view)
          if (docChanged || selectionSet) setting.move(view.state.selection.main.head)
        }),
        EditorView.domEventHandlers({
          compositionend: (_event, view) => {
            // The view takes up the text of the input method after this event.
            setTimeout(() => changed(view))
          },
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    write: (text) => view.dispatch(rewriting(view.state, text)),
    undo: () => void undo(view),
    replace: ({ start, end, text }) => view.dispatch({ changes: { from: start, to: end, insert: text } }),
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true })
      view.focus()
    },
    mark(problems) {
      const cursor = EditorView.scrollIntoView(view.state.selection.main.head, { yMargin: 24 })
      view.dispatch({ effects: [markProblems.of(problems), cursor] })
    },
    show({ from, to }) {
      const { length } = view.state.doc
      view.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        scrollIntoView: true,
      })
      view.focus()
    },
    focus: () => view.focus(),
    remove: () => view.destroy(),
  }
}

/** Returns a replacement of the whole text. Undone, it brings back the text before it, and no earlier one. */
export function rewriting({ doc }: EditorState, insert: string): TransactionSpec {
  return { changes: { from: 0, to: doc.length, insert }, annotations: isolateHistory.of('full') }
}

// Problems

const markProblems = StateEffect.define<readonly Problem[]>()

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    const effect = effects.find((effect) => effect.is(markProblems))
    if (!effect) return marks.map(changes)
    const problems = effect.value as readonly Problem[]
    return Decoration.set(
      problems
        .filter(({ from, to }) => from < to)
        .map(({ from, to, message, isFatal }) =>
          Decoration.mark({
            class: isFatal ? 'improve__mark improve__mark--fatal' : 'improve__mark',
            attributes: { title: message },
          }).range(from, to),
        ),
      true,
    )
  },
  provide: (field) => EditorView.decorations.from(field),
})

const theme = EditorView.theme({
  '&': { height: '100%', color: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'currentColor' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--ink-soft)' },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '.cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--link) 22%, transparent) !important',
  },
})
