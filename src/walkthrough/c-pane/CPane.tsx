/**
 * The C file beside the walk, at the place of the step; or the ways to load it. This module is loaded after the first
 * step has been drawn.
 */

import type { VNode } from 'preact'
import { fullmeshRaw } from '../../../reference/kernel-source.ts'
import { codeTag } from '../../../reference/languages.ts'
import { symbolAddress } from '../../../reference/symbol-ids.ts'
import { escapeHtml } from '../../island/escape.ts'
import { here } from '../../island/fetch.ts'
import { addStyle } from '../../island/style.ts'
import { trustedHtml } from '../../island/trusted.ts'
import type { CFrame } from '../c-frames.ts'
import { blocksOf, itemAt, layOutAround } from '../code-lines.ts'
import { type CFile, type PlaceInFile, placeIn } from './c-file.ts'
import css from './c-pane.css'
import { choose, givenFile, load, recall, remove } from './given-file.ts'
import { pageWords, type Words } from './words.ts'

export { listen, unlisten } from './given-file.ts'

/** The most tokens that are coloured. A file with more is shown without colours. */
const mostTokens = 20_000

/** The pane below its heading. */
export function CPane({ frame }: { frame: CFrame | undefined }): VNode {
  const words = pageWords()
  const { file, isKept = false } = givenFile()
  return file ? (
    <FileInPane file={file} isKept={isKept} frame={frame} words={words} />
  ) : (
    <Invitation words={words} />
  )
}

function Invitation({ words }: { words: Words }): VNode {
  const { problem, isLoading } = givenFile()
  return (
    <div class="c-source__invitation">
      {problem !== undefined && !isLoading && (
        <p class="c-source__problem" role="alert">
          {words.problem(problem)}
        </p>
      )}
      <p class="c-source__why">
        {words.invitation}
        <a href={fullmeshRaw}>{new URL(fullmeshRaw).host}</a>
      </p>
      <p class="c-source__ways">
        <button type="button" data-c="load">
          {words.load}
        </button>{' '}
        <label class="c-source__choose">
          <input class="walk__sr" type="file" data-c="choose" />
          {words.choose}
        </label>{' '}
        <span class="c-source__status" role="status" data-c="status">
          {isLoading ? words.loading : ''}
        </span>
      </p>
    </div>
  )
}

function FileInPane({
  file,
  isKept,
  frame,
  words,
}: {
  file: CFile
  isKept: boolean
  frame: CFrame | undefined
  words: Words
}): VNode {
  const { version } = file
  const isMissing = frame && !placeOf(file, frame)
  return (
    <>
      {version !== 'same' && <p class="c-source__warning">{words.versions[version]}</p>}
      {isMissing && (
        <p class="c-source__missing" data-c="missing">
          {words.missing(frame.name)}
        </p>
      )}
      <section class="stage__lines c-source__code" tabIndex={0} aria-label={words.title} data-c="code">
        {linesOf(file)}
      </section>
      <p class="c-source__fate">
        <span>
          {version === 'same' ? `✓ ${words.versions.same} ` : ''}
          {isKept ? words.kept : words.notKept}
        </span>{' '}
        <button type="button" data-c="remove">
          {words.remove}
        </button>
      </p>
    </>
  )
}

/** The lines of each file. The same node is used again, so that a step does not compare two thousand lines. */
const drawn = new WeakMap<CFile, VNode>()

function linesOf(file: CFile): VNode {
  const known = drawn.get(file)
  if (known) return known
  const html = coloured(file)
    .split('\n')
    .map((line, index) => `<li><span>${index + 1}</span><code>${line || ' '}</code></li>`)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `coloured` escapes the text of the file
  const node = <div lang={codeTag} dangerouslySetInnerHTML={{ __html: trustedHtml(blocksOf(html)) }} />
  drawn.set(file, node)
  return node
}

/** The text as HTML, every token within its line. */
function coloured({ text, tokens }: CFile): string {
  let [html, at] = ['', 0]
  const base = here('../')
  for (const { kind, start, end } of tokens.length > mostTokens ? [] : tokens) {
    const parts = text.slice(start, end).split('\n')
    const token = parts.map((part) => `<span class="t-${kind}">${escapeHtml(part)}</span>`).join('\n')
    html += linked(text.slice(at, start), base) + token
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

/**
 * Code as HTML, in which names of the C file lead to their entries among the symbols. Tab passes over them: there are
 * hundreds, and the functions of the step are links in the call stack.
 */
function linked(code: string, base: string): string {
  return escapeHtml(code).replace(/\b[a-z_]\w+/gi, (name) => {
    const href = symbolAddress(name, base)
    return href ? `<a class="c-source__name" tabindex="-1" href="${href}">${name}</a>` : name
  })
}

/** Returns the place of a frame in the file: its function, and its lines if the version is that of the notes. */
function placeOf(file: CFile, { name, scope, now }: CFrame): PlaceInFile | undefined {
  return placeIn(file, name, now[0]?.[0] ?? scope[0])
}

/** Marks the function of a frame and its current lines in the pane of a walk, and brings them into view. */
export function markC(walk: Element, frame: CFrame | undefined): void {
  const { file } = givenFile()
  const box = file && walk.querySelector('[data-c=code]')
  if (!box) return
  for (const item of box.querySelectorAll<HTMLElement>('[data-scope], [data-now]')) {
    delete item.dataset.scope
    delete item.dataset.now
  }
  const place = frame && placeOf(file, frame)
  if (!frame || !place) return
  const set = ([first, last]: readonly [number, number], name: 'data-scope' | 'data-now') => {
    for (let line = first; line <= last; line++) itemAt(box, line)?.setAttribute(name, '')
  }
  set(place.lines, 'data-scope')
  const now = file.version === 'same' ? frame.now : []
  for (const lines of now) set(lines, 'data-now')
  // Shows the beginning of a function, or some lines before the current ones.
  const line = now[0]?.[0] ?? place.lines[0]
  layOutAround(box, line)
  const item = itemAt(box, line)
  const above = line > place.lines[0] ? box.clientHeight * 0.35 : 20
  if (item) box.scrollTop = Math.max(0, item.offsetTop - above)
}

/** Does what a control of the pane is for. Returns false if it is none. */
export function handle(event: Event): boolean {
  const target = event.target as HTMLElement
  const control = target.closest<HTMLElement>('[data-c]')?.dataset.c
  const [file] = (event.type === 'change' && control === 'choose' && (target as HTMLInputElement).files) || []
  if (file) choose(file)
  else if (event.type === 'click' && control === 'load') load()
  else if (event.type === 'click' && control === 'remove') remove()
  else return false
  return true
}

addStyle('c-pane', css)
recall()
