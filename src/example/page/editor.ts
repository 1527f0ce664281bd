/** The editor and the compiler: this module is loaded when a reader begins to edit. */

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { tags as t } from '@lezer/highlight'
import { typeOverSelection } from '../../island/typing.ts'

export { CompileError } from '../../sandbox/compile.ts'
export { compile } from './compile.ts'
export { linkedEdits, ownEdits } from './edits.ts'

/** An editor on the page. */
export interface Editor {
  /** Selects a line, counted from 1, and scrolls it to the upper part of the window. */
  show(line: number): void
  /** Puts the cursor on a line, counted from 1, and the line at a height of the window. */
  place(line: number, top: number): void
  focus(): void
  remove(): void
}

/**
 * Opens an editor at the end of `parent`, a block of code, and puts a paragraph with its keys below.
 *
 * @param on.keys the text of the paragraph. Tab is not among the keys: it leaves the editor, as everywhere in a page
 */
export function openEditor(
  parent: Element,
  text: string,
  on: { label: string; keys: string; change(text: string): void; run(): void },
): Editor {
  const keys = Object.assign(document.createElement('p'), {
    className: 'example__keyboard',
    id: `editor-keys-${++opened}`,
    textContent: on.keys,
  })
  parent.after(keys)
  const run = () => {
    on.run()
    return true
  }
  const view = new EditorView({
    parent,
    // Not the shadow tree in which the text is laid out in two languages: its styles are not those of the editor.
    root: document,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run }, ...defaultKeymap, ...historyKeymap]),
        history(),
        drawSelection(),
        indentOnInput(),
        typeOverSelection,
        bracketMatching(),
        typescriptLanguage,
        syntaxHighlighting(colours),
        theme,
        EditorView.contentAttributes.of({ 'aria-label': on.label, 'aria-describedby': keys.id }),
        EditorView.scrollMargins.of(() => ({ top: coveredAbove(parent) })),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) on.change(state.doc.toString())
        }),
      ],
    }),
  })
  return {
    show(line) {
      const { doc } = view.state
      const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)))
      const effects = EditorView.scrollIntoView(from, { y: 'start', yMargin: innerHeight / 6 })
      view.dispatch({ selection: { anchor: from, head: to }, effects })
      view.focus()
    },
    place(line, top) {
      const { from } = view.state.doc.line(line)
      const effects = EditorView.scrollIntoView(from, { y: 'start', yMargin: top - coveredAbove(parent) })
      view.dispatch({ selection: { anchor: from }, effects })
    },
    focus: () => view.focus(),
    remove() {
      view.destroy()
      keys.remove()
    },
  }
}

/** How many editors have been opened in this page. */
let opened = 0

/** Returns the height of what covers a block of code at the top of the window: the bar of the page, and that of the example. */
export function coveredAbove(code: Element): number {
  const page = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0
  const bar = code.closest('.example')?.querySelector('.example__bar')
  return page + (bar?.clientHeight ?? 0)
}

/** The colours of code that the build highlights: `src/css/palette.css`. */
const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operator], color: 'var(--code-keyword)' },
  { tag: [t.string, t.regexp], color: 'var(--code-string)' },
  { tag: [t.number, t.bool, t.null, t.typeName], color: 'var(--code-constant)' },
  { tag: [t.function(t.variableName), t.function(t.propertyName)], color: 'var(--code-function)' },
  { tag: t.comment, color: 'var(--code-comment)' },
])

/** The layout of the block of code that the editor replaces. */
const theme = EditorView.theme({
  '&': { color: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0', caretColor: 'currentColor' },
  '.cm-line': { padding: '0' },
  '@media (width < 40rem)': {
    '.cm-content': { flexShrink: 1, whiteSpace: 'break-spaces', overflowWrap: 'anywhere' },
  },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '.cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--link) 22%, transparent) !important',
  },
  '.cm-matchingBracket': {
    outline: '1px solid var(--rule-strong)',
    backgroundColor: 'transparent !important',
  },
})
