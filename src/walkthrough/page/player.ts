/**
 * The element `<full-mesh-walk>` in the page: plays a recorded walk. The build wrote the list of its steps and a
 * button; this is loaded when the pointer or the focus first comes near, and the walk when the reader starts it,
 * or came by a link to one of its steps.
 */

import { editedCode } from '../../island/edited-code.ts'
import { StepAddress } from '../../island/step-address.ts'
import { stepIn, walkId } from '../../island/walk-address.ts'
import { isStory, type Step, unpack } from '../../recorder/recording.ts'
import { fetchText } from '../../sandbox/sandbox.ts'
import { familyOfTwins, writeFrames } from '../c-pane/frames.ts'
import { describe } from '../describe.ts'
import { type Kernel, kernelStack, oneName, type ShownStack } from '../kernel-stack.ts'
import { moveMark, scrollToLine, sheetHtml } from '../sheet.ts'
import { skeleton } from '../skeleton.ts'
import type { Walk } from '../walk.ts'
import { type Words, wordsIn } from '../words.ts'
import { isOfKind, type Kind } from './kinds.ts'
import { type Segment, segmentIn } from './option-bytes.ts'
import { escapeHtml, logHtml, segmentHtml, stackHtml, stateHtml } from './panels.ts'
import { patch } from './patch.ts'

/** How long a step stays while the walk plays, in ms. */
const pace = 900

/** What a control does. */
type Action =
  | 'start'
  | 'close'
  | 'back'
  | 'forward'
  | 'over'
  | 'unover'
  | 'play'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'keys'

/** Keys that choose a kind of event and jump to the next one. */
const kindKeys: Record<string, Kind> = { c: 'change', l: 'log', s: 'segment' }

const keys: Record<string, Action> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  ArrowDown: 'over',
  ArrowUp: 'unover',
  Home: 'first',
  End: 'last',
  ' ': 'play',
  n: 'next',
  p: 'previous',
  '?': 'keys',
}

/**
 * Makes a walk that the build did not put on the page.
 *
 * @param walk names of files beside this one
 */
export function createWalk(of: string, test: string, walk: { walk: string; kernel: string }): HTMLElement {
  const element = document.createElement('full-mesh-walk')
  element.className = 'walk'
  element.id = walkId(test)
  element.innerHTML = skeleton(
    `<span lang="en">${escapeHtml(test)}</span>`,
    wordsIn(document.documentElement.lang),
  )
  Object.assign(element.dataset, { of, test, ...walk })
  return element
}

class FullMeshWalk extends HTMLElement {
  #steps: Step[] = []
  #index = 0
  #kernel: Kernel = { names: {}, stacks: [] }
  /** Segments, and the steps that sent them. */
  #segments: (Segment & { at: number })[] = []
  /** The code of each file, line by line, as HTML. */
  #code = new Map<string, string[]>()
  #shownFile = ''
  /** The walk is through code that the reader edited. */
  #isEdited = false
  /** Which of several call stacks the reader prefers. */
  #chosen = new Map<string, string>()
  #playing: ReturnType<typeof setInterval> | undefined
  #address = new StepAddress()

  connectedCallback(): void {
    this.dataset.ready = ''
    for (const type of ['click', 'input', 'change', 'keydown']) this.addEventListener(type, this)
    addEventListener('hashchange', this)
    const { clicked } = this.dataset
    delete this.dataset.clicked
    if (clicked) this.#act(clicked as Action)
    else this.#follow()
  }

  disconnectedCallback(): void {
    this.#pause()
    this.#address.stay()
    removeEventListener('hashchange', this)
  }

  handleEvent(event: Event): void {
    const target = event.target as HTMLElement
    if (event.type === 'hashchange') this.#follow()
    if (event.type === 'click') {
      const control = target.closest<HTMLElement>('[data-action]')
      if (control) this.#act(control.dataset.action as Action)
    }
    if (event.type === 'input' && target.matches('.walk__scrub')) {
      this.#pause()
      this.#show(Number((target as HTMLInputElement).value) - 1)
    }
    if (event.type === 'change' && target.matches('[data-way]')) {
      this.#chosen.set(target.dataset.way ?? '', (target as HTMLSelectElement).value)
      this.#draw()
      this.querySelector<HTMLElement>(`[data-way="${target.dataset.way}"]`)?.focus()
    }
    if (event.type === 'keydown') this.#press(event as KeyboardEvent, target)
  }

  #press(event: KeyboardEvent, target: HTMLElement): void {
    if (!this.#isOpen || event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('select, .walk__list, .c-source')) return
    if (event.key === ' ' && target.closest('button, summary, a')) return
    const kind = kindKeys[event.key]
    if (kind) this.#find<HTMLSelectElement>('.walk__kind').value = kind
    const action = kind ? 'next' : keys[event.key]
    if (!action) return
    event.preventDefault()
    this.#act(action)
  }

  #act(action: Action): void {
    if (action === 'start') {
      this.#start(0, true)
      return
    }
    if (action === 'close') {
      this.#close()
      return
    }
    if (action === 'keys') {
      this.#find('.walk__keys').toggleAttribute('hidden')
      return
    }
    if (action === 'play') {
      this.#playing ? this.#pause() : this.#play()
      return
    }
    this.#pause()
    this.#show(this.#destination(action))
  }

  #destination(action: Action): number {
    const steps = this.#steps
    const from = this.#index
    const depth = (index: number) => steps[index]?.frames.length ?? 0
    const next = (isIt: (step: Step, index: number) => boolean) => {
      const found = steps.findIndex((step, index) => index > from && isIt(step, index))
      return found < 0 ? steps.length - 1 : found
    }
    if (action === 'back') return from - 1
    if (action === 'forward') return from + 1
    if (action === 'over') return next((_, index) => depth(index) <= depth(from))
    if (action === 'unover')
      return Math.max(
        0,
        steps.findLastIndex((_, index) => index < from && depth(index) <= depth(from)),
      )
    const isIt = isOfKind[this.#find<HTMLSelectElement>('.walk__kind').value as Kind]
    if (action === 'next') return next(isIt)
    if (action === 'previous')
      return Math.max(
        0,
        steps.findLastIndex((step, index) => index < from && isIt(step)),
      )
    return action === 'first' ? 0 : steps.length - 1
  }

  // Beginning and ending

  /** Begins at the step that the address names, if it is one of this walk. */
  #follow(): void {
    const step = stepIn(location.hash)
    if (step?.id === this.id) this.#start(step.number - 1)
  }

  /** @param mayRun the reader asked for it, so that code that was edited may run to be recorded */
  async #start(index: number, mayRun = false): Promise<void> {
    if (!this.#isOpen) {
      const button = this.#find('.walk__buttons > button')
      button.ariaBusy = 'true'
      try {
        await this.#load(mayRun)
      } catch {
        const message = this.#isEdited ? this.#words.editedFailed : this.#words.loadFailed
        this.#find('.walk__player').innerHTML = `<p class="walk__status" role="alert">${message}</p>`
        this.#find('.walk__player').hidden = false
        return
      } finally {
        button.ariaBusy = null
      }
      const note = this.#isEdited ? `<p class="walk__note">${this.#words.edited}</p>` : ''
      this.#find('.walk__player').innerHTML = note + frameOf(this.#words, this.#steps.length)
      this.#find('.walk__player').hidden = false
      this.#shownFile = ''
      button.dataset.action = 'close'
      button.ariaExpanded = 'true'
      button.textContent = this.#words.close
    }
    this.#show(index)
    this.#find('[data-action=forward]').focus({ preventScroll: true })
    const { top } = this.getBoundingClientRect()
    if (index > 0 || top < 0 || top > innerHeight / 2) this.scrollIntoView({ block: 'start' })
  }

  #close(): void {
    this.#pause()
    this.#find('.walk__player').hidden = true
    this.#find('.walk__player').innerHTML = ''
    const button = this.#find('.walk__buttons > button')
    button.dataset.action = 'start'
    button.ariaExpanded = 'false'
    button.textContent = this.#words.start
    this.#address.clear(this.id)
  }

  async #load(mayRun: boolean): Promise<void> {
    const { walk: address = '', kernel = '', of = '', test = '' } = this.dataset
    const pane = import('../c-pane/pane.ts').then(
      ({ isReady }) => isReady,
      () => {}, // a walk can do without
    )
    const edited = mayRun ? await editedCode(of, test) : new Map<string, string>()
    this.#isEdited = edited.size > 0
    const [text, names] = await Promise.all([fetchText(address), fetchText(kernel)])
    const walk: Walk = JSON.parse(text)
    this.#kernel = JSON.parse(names)
    let { recording } = walk
    if (this.#isEdited) {
      const { recordEdited } = await import('./edited.ts')
      recording = await recordEdited(walk, test, edited)
    }
    this.#steps = unpack(recording)
    const files = recording.files.map(async (file) => {
      const source = edited.get(file)
      const name = walk.code[file]
      const html = source === undefined ? name && (await fetchText(name)) : escapeHtml(source)
      this.#code.set(file, (html ?? '').split('\n'))
    })
    await Promise.all([...files, pane])
    this.#segments = this.#steps.flatMap((step, at) =>
      this.#segmentsOf(step).map((sent) => ({ ...sent, at })),
    )
  }

  /** The segments that a step sends. */
  #segmentsOf({ frames, log, added, after }: Step): Segment[] {
    const { file = '', line = 0 } = frames.find(({ file }) => isStory(file)) ?? {}
    const statement = (this.#code.get(file)?.[line - 1] ?? '').replace(/<[^>]*>/g, '')
    const versionOf = (session: string) => after.sessions[session]?.version ?? 0
    return log.slice(log.length - added).flatMap((text) => segmentIn(text, versionOf, statement) ?? [])
  }

  // Playing

  #play(): void {
    if (this.#index === this.#steps.length - 1) this.#show(0)
    this.#playing = setInterval(() => {
      this.#show(this.#index + 1)
      if (this.#index === this.#steps.length - 1) this.#pause()
    }, pace)
    this.#showPlaying()
  }

  #pause(): void {
    clearInterval(this.#playing)
    this.#playing = undefined
    if (this.#isOpen) this.#showPlaying()
  }

  #showPlaying(): void {
    const button = this.querySelector<HTMLElement>('[data-action=play]')
    if (button)
      button.innerHTML = label(
        this.#playing ? '❚❚' : '▶',
        this.#playing ? this.#words.pause : this.#words.play,
      )
    // What changes by itself is not read out.
    this.querySelector('.walk__status')?.setAttribute('aria-live', this.#playing ? 'off' : 'polite')
  }

  // Showing

  #show(index: number): void {
    this.#index = Math.max(0, Math.min(index, this.#steps.length - 1))
    this.#draw()
    this.#address.name(this.id, this.#index + 1)
  }

  #draw(): void {
    const step = this.#steps[this.#index]
    if (!step) return
    const words = this.#words
    const { lang } = document.documentElement
    const family = familyIn(step)
    const stack = kernelStack(step.frames, this.#kernel, this.#chosen, family)
    const number = this.#index + 1

    const scrub = this.#find<HTMLInputElement>('.walk__scrub')
    scrub.value = String(number)
    scrub.setAttribute('aria-valuetext', words.step(number, this.#steps.length))
    this.#find('.walk__count').textContent = `${number} / ${this.#steps.length}`
    this.#find<HTMLButtonElement>('[data-action=back]').ariaDisabled = String(this.#index === 0)
    this.#find<HTMLButtonElement>('[data-action=forward]').ariaDisabled = String(
      number === this.#steps.length,
    )

    this.#find('.walk__status').innerHTML = this.#status(step, stack, number)
    this.#put('.walk__stack', stackHtml(stack, step.after, words, lang))
    this.#put('.walk__state', stateHtml(step, words))
    this.#put('.walk__log', logHtml(step, words))
    const sent = this.#segments.findLast(({ at }) => at <= this.#index)
    const language = lang.startsWith('en') ? 'en' : 'zh'
    this.#put('.walk__segment', segmentHtml(sent, sent?.at === this.#index, words, language))
    this.#drawCode(step)
    const twins = familyOfTwins(stack.frames, this.#steps, this.#index) ?? family
    this.#find('.c-source').dataset.frames = writeFrames(stack.frames, twins)
    this.#scroll(step)
  }

  /** Scrolls every box to what is at work. It comes last: all that is new is laid out once. */
  #scroll({ frames }: Step): void {
    scrollToLine(this.#find('.walk__code'), frames.at(-1)?.line ?? 1, 0.4)
    for (const selector of ['.walk__frames', '.walk__log']) {
      const box = this.#find(selector)
      box.scrollTop = box.scrollHeight
    }
  }

  /** The step in words. */
  #status(step: Step, { frames }: ShownStack, number: number): string {
    const words = this.#words
    const frame = step.frames.at(-1)
    const named = frames.findLast(({ names, isStory }) => names || isStory)
    const inC = named?.names ? oneName(named.names) : words.story(frame?.file ?? '')
    const where = isStory(frame?.file ?? '') || frames.at(-1)?.names ? inC : `${inC} › ${frame?.fn}`
    const told = describe(step, words).map(({ what, from, to }) =>
      from === undefined ? `${what} = ${to}` : `${what} ${from} → ${to}`,
    )
    const effects = [...told, ...step.log.slice(step.log.length - step.added)]
    const shown = effects
      .slice(0, 4)
      .map((effect) => `<span class="walk__effect">${escapeHtml(effect)}</span>`)
    return `<span class="walk__where"><span class="walk__sr">${words.step(number, this.#steps.length)}. </span>${escapeHtml(where)} · ${escapeHtml(frame?.file.split('/').at(-1) ?? '')}:${frame?.line ?? ''}</span> ${shown.join(' ') || `<span class="walk__calm">${words.nothingChanged}</span>`}`
  }

  #drawCode({ frames, lastLine }: Step): void {
    const { file = '', line = 1 } = frames.at(-1) ?? {}
    const box = this.#find('.walk__code')
    if (file !== this.#shownFile) {
      this.#shownFile = file
      const lines = this.#code.get(file) ?? []
      box.innerHTML = sheetHtml(lines.join('\n'), lines.length)
      this.#find('.walk__file').textContent = file.replace(/^examples\//, '')
    }
    moveMark(box, 'now', [line, Math.max(line, lastLine)])
  }

  /** Draws a panel if there is anything new in it. */
  #put(selector: string, html: string): void {
    const panel = this.#find(selector)
    if (this.#drawn.get(panel) !== html) patch(panel, html)
    this.#drawn.set(panel, html)
  }

  #drawn = new WeakMap<Element, string>()

  get #isOpen(): boolean {
    return this.querySelector('.walk__controls') !== null
  }

  get #words(): Words {
    return wordsIn(document.documentElement.lang)
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

/** The player, empty. */
function frameOf(words: Words, count: number): string {
  const button = (action: Action, mark: string, word: string) =>
    `<button type="button" data-action="${action}">${label(mark, word)}</button>`
  const rows = words.keyTable.map(
    ([keys, what]) =>
      `<div><dt>${keys
        .split(' ')
        .map((key) => `<kbd>${key}</kbd>`)
        .join(' ')}</dt><dd>${what}</dd></div>`,
  )
  const kinds = Object.entries(words.kinds).map(([kind, word]) => `<option value="${kind}">${word}</option>`)
  return `<p class="walk__status" role="status" aria-live="polite"></p>
<div class="walk__two"><div class="walk__source"><h3 class="walk__heading walk__file"></h3><pre class="walk__code" tabindex="0"></pre></div><div class="walk__stackbox"><h3 class="walk__heading">${words.callStack}</h3><div class="walk__stack"></div></div></div>
<full-mesh-c class="c-source"></full-mesh-c>
<div class="walk__controls"><div class="walk__drive">${button('back', '←', words.back)}${button('forward', '→', words.forward)}${button('over', '↷', words.over)}${button('play', '▶', words.play)}</div><div class="walk__seek"><input class="walk__scrub" type="range" min="1" max="${count}" value="1" aria-label="${words.position}"><output class="walk__count"></output></div><div class="walk__jump"><select class="walk__kind" aria-label="${words.kindLabel}">${kinds.join('')}</select>${button('previous', '⇤', words.previous)}${button('next', '⇥', words.next)}${button('keys', '?', words.keys)}</div></div>
<dl class="walk__keys" hidden>${rows.join('')}</dl>
<div class="walk__state"></div>
<section class="walk__panel walk__segmentbox"><h3 class="walk__heading">${words.segment}</h3><div class="walk__segment"></div></section>
<section class="walk__panel walk__logbox"><h3 class="walk__heading">${words.log}</h3><div class="walk__log" tabindex="0" role="region" aria-label="${words.log}"></div></section>
<p class="walk__legend">${words.marked}</p>`
}

function label(mark: string, word: string): string {
  return `<span aria-hidden="true">${mark}</span> <span class="walk__word">${word}</span>`
}

/** The family of the sessions' addresses: of several ways to a function, those are shown first. */
function familyIn({ after }: Step): 'IPv4' | 'IPv6' {
  const sources = Object.values(after.sessions).flatMap(({ subflows }) =>
    Object.values(subflows).map(({ source }) => source),
  )
  return sources.length > 0 && sources.every((source) => source.includes(':')) ? 'IPv6' : 'IPv4'
}

customElements.define('full-mesh-walk', FullMeshWalk)
