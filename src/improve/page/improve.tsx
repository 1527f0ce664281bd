/** The editor of a section, in a dialog. This module is loaded when the reader asks for it. */

import { render } from 'preact'
import { request } from '../../island/fetch.ts'
import { pageTag } from '../../island/language.ts'
import { editAddress, type Repository } from '../../island/repository.ts'
import { addStyle } from '../../island/style.ts'
import { linkAddress } from '../link-address.ts'
import { parseSection } from '../markdown.ts'
import type { Previewed } from '../Preview.tsx'
import { patchName, patchOf } from '../patch.ts'
import { fatalProblemsIn, type Problem, problemsIn } from '../problems.ts'
import { type Section, sectionIn } from '../section.ts'
import { type PageLanguage, pageOf, type Settings, sourceAddress } from '../settings.ts'
import { wordsIn } from '../words.ts'
import { type Actions, Dialog, type Panel, type Shown } from './Dialog.tsx'
import { keepDraft, keptDraft } from './draft.ts'
import { type Editor, openEditor } from './editor.ts'
import css from './improve.css'

/** A section on the page. */
interface Place {
  /** The file of the page, from the root of the repository. */
  file: string
  /** The id of its heading; empty for the title of the page. */
  id: string
  heading: string
}

/** What is edited. */
interface Subject extends Place {
  page: string
  language: PageLanguage
  /** The file of the page. */
  source: string
  /** Undefined if the file has no such section. */
  section: Section | undefined
  other: Shown['other']
  repository: Repository | undefined
  site: string | undefined
}

/**
 * Opens the editor of a section.
 *
 * @throws if the file of the page cannot be loaded
 */
export async function improve(place: Place, settings: Settings): Promise<void> {
  const subject = await load(place, settings)
  addStyle('improve', css)
  new Improvement(subject).open()
}

/** Loads the section, and the same in another language: the one it was made from, if its mark names one. */
async function load(place: Place, { languages, repository, site }: Settings): Promise<Subject> {
  const { file, id } = place
  const found = pageOf(file, languages)
  if (!found) throw new Error(`${file} is in no folder of pages`)
  const { language, page } = found
  const loading = new Map(languages.map((each) => [each, textAt(sourceAddress(each, page))]))
  for (const text of loading.values()) text.catch(() => {}) // a page may be missing in the other languages
  const source = (await loading.get(language)) ?? ''
  const section = sectionIn(source, id)

  const others = languages.filter((each) => each !== language)
  const other = others.find(({ key }) => key === section?.from) ?? others[0]
  const otherSource = (await (other && loading.get(other))?.catch(() => '')) ?? ''
  return {
    ...place,
    page,
    language,
    source,
    section,
    other: other && {
      label: other.label,
      name: new Intl.DisplayNames([pageTag()], { type: 'language' }).of(other.tag) ?? other.label,
      lang: other.tag,
      previewed: preview(sectionIn(otherSource, id)?.text ?? '', page, other),
    },
    repository,
    site,
  }
}

async function textAt(address: string): Promise<string> {
  return (await request(address)).text()
}

/** Returns what the preview of a text shows; undefined if the text is empty or no MDX. */
function preview(text: string, page: string, { base }: PageLanguage): Previewed | undefined {
  const tree = parseSection(text)
  if (!text || !('children' in tree)) return undefined
  return { text, tree, addressOf: (url) => linkAddress(url, page, base) }
}

class Improvement {
  readonly #subject: Subject
  readonly #words = wordsIn()
  readonly #root = document.createElement('div')
  #editor: Editor | undefined
  #text: string
  /** The text that the reader has last downloaded or copied. */
  #taken: string | undefined
  /** The preview of the last text that was MDX. */
  #previewed: Previewed | undefined
  #problems: readonly Problem[] = []
  #panel: Panel = 'text'
  #notice = ''
  #isAsking = false
  /** The text is as it was before: the last change was to reset it. */
  #isReset = false
  #address = ''

  constructor(subject: Subject) {
    this.#subject = subject
    this.#text = this.#original
  }

  /** Shows the dialog. */
  open(): void {
    const { section, file, language } = this.#subject
    const words = this.#words
    document.body.append(this.#root)
    const kept = keptDraft(this.#name, this.#original)
    if (!section) this.#notice = words.noSection
    else if (kept !== undefined) {
      this.#text = kept
      this.#notice = words.restored
    }
    this.#draw()
    this.#dialog.showModal()
    if (!section) return
    this.#editor = openEditor(this.#find('.improve__editor'), {
      text: this.#text,
      lang: language.tag,
      label: words.textOf(file),
      description: words.keyboard,
      lineInFile: section.lineInFile,
      change: () => this.#changed(),
      move: (offset) => this.#follow(offset),
      refuse: () => this.#say(this.#words.stays),
    })
    this.#check()
    this.#editor.focus()
  }

  get #original(): string {
    return this.#subject.section?.text ?? ''
  }

  /** The file and the id of the section. */
  get #name(): string {
    return `${this.#subject.file}#${this.#subject.section?.id}`
  }

  get #dialog(): HTMLDialogElement {
    return this.#find<HTMLDialogElement>('dialog')
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E
  }

  #changed(): void {
    const text = this.#editor?.text() ?? this.#text
    if (text === this.#text) return
    this.#text = text
    this.#isReset = false
    this.#notice = ''
    keepDraft(this.#name, { of: this.#original, text })
    this.#check()
  }

  #check(): void {
    const [text, words] = [this.#text, this.#words]
    const { language, page } = this.#subject
    const tree = parseSection(text)
    const syntax = 'children' in tree ? undefined : tree
    if (!syntax) this.#previewed = preview(text, page, language)
    this.#problems = [
      ...fatalProblemsIn(text, this.#original, syntax, words),
      ...('children' in tree ? problemsIn(text, tree, language.key, words) : []),
    ]
    this.#draw()
    this.#editor?.mark(this.#problems)
  }

  /** Scrolls the preview and the other language to the block that has the cursor, if it is out of view. */
  #follow(offset: number): void {
    const blocks = this.#previewed?.tree.children ?? []
    const index = blocks.findLastIndex(({ position }) => (position?.start.offset ?? 0) <= offset)
    for (const panel of this.#root.querySelectorAll('.improve__read')) {
      const block = panel.querySelectorAll('.markdown > div')[index]?.getBoundingClientRect()
      const view = panel.getBoundingClientRect()
      if (block && (block.top < view.top || block.bottom > view.bottom))
        panel.scrollTop += block.top - view.top - 16
    }
  }

  #draw(): void {
    const { heading, file, language, section, other, repository } = this.#subject
    const isChanged = this.#text !== this.#original
    const shown: Shown = {
      words: this.#words,
      heading,
      file,
      lang: language.tag,
      isFound: section !== undefined,
      previewed: this.#previewed,
      other,
      problems: this.#problems.map((problem) => ({ problem, line: this.#lineOf(problem) })),
      panel: this.#panel,
      notice: this.#notice || (isChanged && other ? this.#words.stale(other.name) : ''),
      isAsking: this.#isAsking,
      isChanged,
      isReset: this.#isReset,
      edit: repository && editAddress(repository, file),
    }
    render(<Dialog shown={shown} on={this.#on} />, this.#root)
  }

  get #isChanged(): boolean {
    return this.#text !== this.#original
  }

  /** The line of a problem in the file. */
  #lineOf({ from }: Problem): number {
    const line = this.#text.slice(0, from).split('\n').length
    return this.#subject.section?.lineInFile(line) ?? line
  }

  readonly #on: Actions = {
    panel: (panel: Panel) => {
      this.#panel = panel
      this.#draw()
    },
    goTo: (problem: Problem) => {
      this.#on.panel('text')
      this.#editor?.show(problem)
    },
    putBack: ({ missing }: Problem) => {
      if (!missing) return
      const before = this.#original.slice(0, missing.from)
      const after = this.#original.slice(missing.to)
      const isAlone = /(^|\n)$/.test(before) && /^(\n|$)/.test(after)
      this.#on.panel('text')
      this.#editor?.insert(isAlone ? `\n\n${missing.text}\n\n` : missing.text)
    },
    fix: ({ edit }) => {
      if (edit) this.#editor?.replace(edit)
    },
    reset: () => {
      this.#editor?.write(this.#original)
      this.#isReset = true
      this.#draw()
      this.#editor?.focus()
    },
    resume: () => {
      this.#editor?.undo()
      this.#editor?.focus()
    },
    download: () => {
      const edited = this.#edited()
      if (edited === undefined) return
      const { file, source, page, section, repository, site } = this.#subject
      const name = patchName(page, section?.id ?? '')
      URL.revokeObjectURL(this.#address)
      this.#address = URL.createObjectURL(new Blob([patchOf(file, source, edited)], { type: 'text/x-patch' }))
      Object.assign(document.createElement('a'), { href: this.#address, download: name }).click()
      this.#take(this.#words.downloaded(name, repository?.url, site))
    },
    copy: (event: Event) => {
      const edited = this.#edited()
      if (edited === undefined || !navigator.clipboard) {
        event.preventDefault()
        if (edited !== undefined) this.#say(this.#words.copyFailed)
        return
      }
      navigator.clipboard.writeText(edited).then(
        () => this.#take(this.#words.copied),
        () => this.#say(this.#words.copyFailed),
      )
    },
    key: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      if (this.#isAsking) this.#on.stay()
      else this.#on.close()
    },
    close: (event?: Event) => {
      event?.preventDefault()
      if (this.#isChanged && this.#taken !== this.#text && !this.#isAsking) {
        this.#isAsking = true
        this.#draw()
        this.#find('[data-action=stay]').focus()
      } else this.#dialog.close()
    },
    stay: () => {
      this.#isAsking = false
      this.#draw()
      this.#editor?.focus()
    },
    closed: () => {
      URL.revokeObjectURL(this.#address)
      this.#editor?.remove()
      render(null, this.#root)
      this.#root.remove()
    },
  }

  /** Returns the edited file; undefined, and a notice, if there is nothing that can be handed on. */
  #edited(): string | undefined {
    const { section } = this.#subject
    const isUnfit = this.#problems.some(({ isFatal }) => isFatal)
    if (section && this.#isChanged && !isUnfit) return section.replace(this.#text)
    this.#say(isUnfit ? this.#words.unfit : this.#words.unchanged)
    return undefined
  }

  #take(notice: string): void {
    this.#taken = this.#text
    this.#say(notice)
  }

  #say(notice: string): void {
    this.#notice = notice
    this.#draw()
  }
}
