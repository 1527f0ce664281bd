/**
 * The element `<full-mesh-c>` in a walk: shows the C file at the place of the step. This module is loaded when the first
 * walk of a page begins. The walk sets the frames of the step in `data-frames` (`frames.ts`).
 */

import { fullmeshFile, fullmeshRaw, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { escapeHtml } from '../../island/escape.ts'
import { moveMark, scrollToLine, sheetHtml } from '../sheet.ts'
import { addStyle } from '../style.ts'
import { type CFile, type PlaceInFile, placeIn } from './c-file.ts'
import css from './c-pane.css'
import { readFrames } from './frames.ts'
import { choose, givenFile, listen, load, recall, remove, unlisten } from './given-file.ts'
import { pageWords, type Words } from './words.ts'

/** The most tokens that are coloured. A file with more is shown without colours. */
const mostTokens = 20_000

class FullMeshC extends HTMLElement {
  static observedAttributes = ['data-frames']

  /** The file in the pane. */
  #file: CFile | undefined
  /** The last control that the reader used, until the pane shows its effect. */
  #used: string | undefined

  connectedCallback(): void {
    listen(this.#draw)
    for (const type of ['click', 'change']) this.addEventListener(type, this)
    this.addEventListener('toggle', this, true) // it does not bubble
    this.#draw()
  }

  disconnectedCallback(): void {
    unlisten(this.#draw)
  }

  /** A step with the same frames does not change the pane. */
  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.#file && now !== before) this.#drawFrames()
  }

  handleEvent({ type, target }: Event): void {
    const control = (target as HTMLElement).closest<HTMLElement>('[data-c]')?.dataset.c
    // A folded pane cannot be scrolled.
    if (type === 'toggle' || (type === 'change' && control === 'frame')) this.#drawPlace()
    const [file] = (type === 'change' && control === 'choose' && (target as HTMLInputElement).files) || []
    const isCommand = type === 'click' && (control === 'load' || control === 'remove')
    if (!file && !isCommand) return
    this.#used = control
    if (file) choose(file)
    else control === 'load' ? load() : remove()
  }

  #draw = (): void => {
    const words = pageWords()
    const { file, isKept = false, isLoading = false } = givenFile()
    const status = this.#find('status')
    if (isLoading && status) {
      this.querySelector('[role=alert]')?.remove()
      status.textContent = words.loading
      return
    }
    const isOpen = this.querySelector('details')?.open ?? true
    this.innerHTML = `<details class="c-source__fold"${isOpen ? ' open' : ''}><summary>${words.title} <code>${fullmeshFile.split('/').at(-1)}</code></summary>${file ? fileHtml(file, isKept, words) : invitationHtml(words)}</details>`
    this.#file = file
    if (file) this.#drawFrames()
    if (this.#used && !isLoading) {
      this.#find(file ? 'code' : this.#used === 'choose' ? 'choose' : 'load')?.focus({ preventScroll: true })
      this.#used = undefined
    }
  }

  /** Draws the choice of frames, with the innermost chosen. */
  #drawFrames(): void {
    const select = this.#find<HTMLSelectElement>('frame')
    if (!select) return
    const frames = readFrames(this.dataset.frames ?? '')
    const isSame = this.#file?.version === 'same'
    const options = frames.flatMap(({ names, line }, depth) =>
      names.map((name, index) => {
        const isChosen = depth === frames.length - 1 && index === 0
        const place = this.#file && placeIn(this.#file, name, line)
        const at = isSame && place ? `:${place.line}` : ''
        return `<option value="${escapeHtml(name)}:${line}"${isChosen ? ' selected' : ''}>${escapeHtml(name + at)}</option>`
      }),
    )
    select.innerHTML = options.join('') || '<option>–</option>'
    select.disabled = options.length < 2
    this.#drawPlace()
  }

  #drawPlace(): void {
    const words = pageWords()
    const [frame] = readFrames(this.#find<HTMLSelectElement>('frame')?.value ?? '')
    const [name = ''] = frame?.names ?? []
    const place = this.#file && frame && placeIn(this.#file, name, frame.line)
    const heading = this.#find('heading')
    const missing = this.#find('missing')
    if (!heading || !missing) return
    heading.innerHTML = frame
      ? `<code>${escapeHtml(name)}</code>${place?.line ? ` <a class="c-line" href="${sourceUrl(fullmeshFile, place.line)}">${placeName(fullmeshFile, place.line)}</a>` : ''}`
      : words.elsewhere
    missing.textContent = frame && !place ? words.missing(name) : ''
    this.#mark(place)
  }

  #mark({ lines, line }: Partial<PlaceInFile> = {}): void {
    const box = this.#find('code')
    if (!box) return
    moveMark(box, 'scope', lines)
    moveMark(box, 'now', line ? [line, line] : undefined)
    if (!lines) return
    const [first] = lines
    // Shows the beginning of a function, or the lines before a call.
    if (line && line > first) scrollToLine(box, line, 0.4)
    else scrollToLine(box, first - 1, 0)
  }

  #find<E extends HTMLElement = HTMLElement>(control: string): E | null {
    return this.querySelector<E>(`[data-c=${control}]`)
  }
}

function invitationHtml(words: Words): string {
  const { problem, isLoading } = givenFile()
  const alert =
    problem === undefined ? '' : `<p class="c-source__problem" role="alert">${words.problem(problem)}</p>`
  return `<div class="c-source__invitation"><p>${words.invitation}</p>${alert}<p class="c-source__ways"><button type="button" data-c="load">${words.load}</button> <label class="c-source__choose"><input class="walk__sr" type="file" data-c="choose">${words.choose}</label> <span class="c-source__status" role="status" data-c="status">${isLoading ? words.loading : ''}</span></p><p class="c-source__address">${words.address} <code>${fullmeshRaw}</code></p></div>`
}

function fileHtml(file: CFile, isKept: boolean, words: Words): string {
  const { version } = file
  const warning = version === 'same' ? '' : `<p class="c-source__warning">${words.versions[version]}</p>`
  const told = version === 'same' ? `✓ ${words.versions.same} ` : ''
  return `<div class="c-source__file"><div class="c-source__top"><h3 class="walk__heading" data-c="heading"></h3><label class="walk__way">${words.frame} <select data-c="frame"></select></label></div>${warning}<p class="c-source__missing" data-c="missing"></p><div class="walk__code c-source__code" tabindex="0" role="region" aria-label="${words.title}" data-c="code">${sheetHtml(coloured(file), file.count)}</div></div><p class="c-source__fate"><span>${told}${isKept ? words.kept : words.notKept}</span> <button type="button" data-c="remove">${words.remove}</button></p>`
}

function coloured({ text, tokens }: CFile): string {
  let [html, at] = ['', 0]
  for (const { kind, start, end } of tokens.length > mostTokens ? [] : tokens) {
    const token = escapeHtml(text.slice(start, end))
    html += `${escapeHtml(text.slice(at, start))}<span class="t-${kind}">${token}</span>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

customElements.define('full-mesh-c', FullMeshC)

addStyle('c-pane', css)
recall()
