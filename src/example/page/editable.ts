/**
 * What examples and exercises have in common: code that the reader edits, resets, copies and passes on by a link, which
 * `edits.ts` keeps in the browser.
 */

import { showAlert } from '../../island/alert.ts'
import { writeToClipboard } from '../../island/clipboard.ts'
import { IslandElement } from '../../island/island-element.ts'
import type { EditState } from '../Buttons.tsx'
import type { View } from '../Results.tsx'
import { wordsIn } from '../words.ts'
import type { Editor } from './editor.ts'
import type { Edits } from './edits.ts'

/** The actions of the buttons to edit code. */
export type EditAction = 'edit' | 'reset' | 'undo' | 'copy-link' | 'copy-code'

/** What an element knows of what the reader has done. It outlives the element, which may be created again. */
export interface Memory {
  /** The edited texts, while the reader edits. */
  edits?: Edits
  /** The results of the last run. */
  view?: View
  /** Which folds are open, in the order of the page. */
  folds?: boolean[]
  /** What was there before the reader pressed Reset, until the next change. */
  undone?: Memory
}

/** An element with code that can be edited. Its id names it: in the browser's storage, and in links. */
export abstract class EditableElement<Action extends string> extends IslandElement<Action | EditAction> {
  protected memory: Memory = {}
  protected readonly editors = new Map<string, Editor>()
  #isOpening = false
  #copied: EditState['copied']
  /** A paragraph above the code. */
  #note: HTMLElement | undefined

  /** Returns the texts on the page, by file. */
  protected abstract pageTexts(): Promise<ReadonlyMap<string, string>>
  /** Draws what depends on the memory, and calls {@link showNote}. */
  protected abstract draw(): void
  protected abstract run(): void
  protected abstract stop(): void
  /** Shows that files could not be loaded. */
  protected abstract showFailure(message: string): void
  /** Is called when the reader has changed the code. */
  protected onChange?(): void
  /** Returns a function that puts the code in the editor where it now is in the window. */
  protected keepPlace?(coveredAbove: (code: Element) => number): ((editor: Editor) => void) | undefined

  protected act(action: Action | EditAction): void {
    if (action === 'edit') this.#edit()
    else if (action === 'reset') this.#reset()
    else if (action === 'undo') this.#undo()
    else if (action === 'copy-link') this.#copy('link')
    else if (action === 'copy-code') this.#copy('code')
  }

  /** Opens the code of the link that is the address. If its example is not here, the first one says so. */
  protected follow(): void {
    // A full stop or a bracket behind a link is often taken for a part of it.
    const [, id = '', link] = /^#([^/]+)\/([\w-]*)/.exec(location.hash) ?? []
    if (link === undefined) return
    if (id === this.id && this.codes.length > 0) this.#edit(link)
    else if (!document.getElementById(id) && this === document.querySelector('.example'))
      showAlert(wordsIn().notHere)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop()
    this.#closeEditors()
  }

  // Editing

  /** The state of the buttons. */
  protected get editState(): EditState {
    const { edits, view, undone } = this.memory
    const isChanged = edits?.isChanged ?? false
    return {
      isOpening: this.#isOpening,
      isEdited: edits !== undefined,
      isChanged,
      canReset: edits !== undefined || view !== undefined,
      canUndo: undone !== undefined && !isChanged,
      copied: this.#copied,
    }
  }

  /** Opens the editors. @param link the code of a link, in place of what is kept or on the page */
  async #edit(link?: string): Promise<void> {
    if (this.#isOpening || (this.memory.edits && link === undefined)) return
    this.#isOpening = true
    this.draw()
    try {
      const [texts, module] = await Promise.all([this.pageTexts(), import('./editor.ts')])
      if (link !== undefined) {
        const edits = await module.linkedEdits(this.id, texts, link)
        this.clear()
        this.memory.edits = edits
        await this.openEditors()
        this.scrollIntoView()
      } else {
        const edits = module.ownEdits(this.id, texts)
        delete this.dataset.keptChange
        if (edits.isChanged) this.clear() // the results are those of the code on the page
        this.memory.edits = edits
        const keepPlace = edits.isChanged ? undefined : this.keepPlace?.(module.coveredAbove)
        await this.openEditors()
        const [editor] = this.editors.values()
        editor?.focus()
        if (editor) keepPlace?.(editor)
        if (edits.isChanged) this.#note?.scrollIntoView({ block: 'nearest' })
      }
    } catch (error) {
      const { name, message } = error as Error
      if (name === 'LinkError') {
        showAlert(message)
        this.scrollIntoView()
      } else this.showFailure(wordsIn().loadFailed)
    }
    this.#isOpening = false
    this.draw()
  }

  /** Opens the editors with the texts in the memory. */
  protected async openEditors(): Promise<void> {
    const { edits } = this.memory
    const { openEditor } = await import('./editor.ts')
    if (!edits || edits !== this.memory.edits || this.editors.size > 0 || !this.isConnected) return
    const words = wordsIn()
    this.#note = Object.assign(document.createElement('p'), { className: 'example__note', role: 'status' })
    const [first] = this.codes
    if (first) (this.#importsOf(first) ?? first).before(this.#note)
    this.toggleAttribute('data-restored', edits.isChanged)
    for (const code of this.codes) {
      const { file = '' } = code.dataset
      this.#hide(code, true)
      const editor = openEditor(code, edits.texts.get(file) ?? '', {
        label: words.editorOf(file.split('/').at(-1) ?? file),
        keys: words.keyboard,
        change: (text) => this.#change(edits, file, text),
        run: () => this.run(),
      })
      this.editors.set(file, editor)
    }
    this.draw()
  }

  #change(edits: Edits, file: string, text: string): void {
    const { isChanged } = edits
    edits.change(file, text)
    if (edits.isChanged) delete this.memory.undone
    if (this.#copied || isChanged !== edits.isChanged) {
      this.#copied = undefined
      this.draw()
    }
    this.showNote()
    this.onChange?.()
  }

  /** Says above the code where it comes from. */
  protected showNote(): void {
    const { edits, view } = this.memory
    const text = edits?.note(view !== undefined) ?? ''
    if (this.#note && this.#note.textContent !== text) this.#note.textContent = text
  }

  #closeEditors(): void {
    for (const editor of this.editors.values()) editor.remove()
    this.editors.clear()
    this.#note?.remove()
    this.#note = undefined
  }

  /** Shows the code and the results of the page, with an empty memory. */
  protected clear(): void {
    this.stop()
    this.#closeEditors()
    this.memory = {}
    this.#copied = undefined
    for (const code of this.codes) {
      this.#hide(code, false)
      code.scrollLeft = 0 // where the editor had scrolled to
    }
    delete this.dataset.outcome
    delete this.dataset.restored
  }

  #reset(): void {
    const before = this.memory
    const { edits } = before
    this.clear()
    if (edits?.isChanged) {
      edits.forget()
      this.memory.undone = before
    }
    if (location.hash.startsWith(`#${this.id}/`))
      history.replaceState(history.state, '', location.pathname + location.search)
    this.draw()
    // Without changes that could be undone, the button that has the focus is disabled.
    if (!this.memory.undone) this.querySelector<HTMLElement>('[data-action=run],[data-action=check]')?.focus()
  }

  #undo(): void {
    const { undone } = this.memory
    if (!undone) return
    this.clear()
    Object.assign(this.memory, undone)
    undone.edits?.keep()
    this.restore()
  }

  /** Shows what is in the memory. */
  protected restore(): void {
    if (this.memory.edits) this.openEditors()
  }

  /** Copies a link with the edited code, or the code itself. */
  async #copy(what: 'link' | 'code'): Promise<void> {
    const { edits } = this.memory
    if (!edits) return
    const text =
      what === 'link'
        ? import('./link.ts').then(({ linkTo }) => linkTo(this.id, edits.code))
        : Promise.resolve(edits.copy)
    try {
      await writeToClipboard(text)
      this.#copied = what
      this.draw()
    } catch {
      const reason = import('./link.ts').then(({ explainRefusal }) => explainRefusal(what, text))
      showAlert(await reason.catch(() => undefined))
    }
  }

  // The parts that the build wrote

  /** The code that can be edited. */
  protected get codes(): HTMLElement[] {
    return this.blocks.filter(({ dataset }) => !dataset.part)
  }

  /** All code: also the imports of these files, and what is only shown. */
  protected get blocks(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.example__code')]
  }

  /** The folded imports of a file. */
  #importsOf(code: HTMLElement): HTMLDetailsElement | null | undefined {
    const imports = this.blocks.find(
      ({ dataset }) => dataset.part === 'imports' && dataset.file === code.dataset.file,
    )
    return imports?.closest('details')
  }

  /** Hides or shows the code of a file and its imports: an editor has all of it. */
  #hide(code: HTMLElement, isHidden: boolean): void {
    for (const element of [code.querySelector('pre'), this.#importsOf(code)]) {
      if (element) element.hidden = isHidden
    }
  }
}
