/**
 * The element `<full-mesh-walk>` in the page: plays a recorded walk. The build wrote the list of its steps and a
 * button. This module is loaded when the pointer or the focus first enters the element; the walk is loaded when the
 * reader starts it or follows a link to one of its steps.
 */

import { button, keyTable, label } from '../../island/controls.ts'
import { escapeHtml } from '../../island/escape.ts'
import { IslandElement } from '../../island/island-element.ts'
import { StepAddress } from '../../island/step-address.ts'
import { stepIn } from '../../island/walk-address.ts'
import type { WalkPlayer } from '../../island/walk-index.ts'
import { isTestOrScenario, type Step } from '../../recorder/recording.ts'
import { writeFrames } from '../c-pane/frames.ts'
import { describe } from '../describe.ts'
import { kernelStack, oneName, type ShownStack } from '../kernel-stack.ts'
import type { Kind } from '../kinds.ts'
import { moveMark, scrollToLine, sheetHtml } from '../sheet.ts'
import { skeleton } from '../skeleton.ts'
import { familyOfSessions, familyOfTwins } from '../twins.ts'
import { type Words, wordsIn } from '../words.ts'
import { EditedCodeFailed, type LoadedWalk, loadWalk } from './load.ts'
import { type Action, destination, keys, kindKeys } from './moves.ts'
import { logHtml, segmentHtml, stackHtml, stateHtml } from './panels.ts'
import { patch } from './patch.ts'

/** The time of a step while the walk plays, in ms. */
const pace = 900

/** Makes a walk that is not on the page yet. */
export const createWalk: WalkPlayer['createWalk'] = (of, { title, shown, walk }, files) => {
  const element = document.createElement('full-mesh-walk')
  element.className = 'walk'
  element.id = walk
  element.innerHTML = skeleton(`<span>${escapeHtml(shown)}</span>`, wordsIn())
  Object.assign(element.dataset, { of, test: title, ...files })
  return element
}

class FullMeshWalk extends IslandElement<Action> {
  protected readonly listened = ['click', 'input', 'change', 'keydown']
  #walk: LoadedWalk = { steps: [], kernel: { names: {}, stacks: [] }, code: new Map(), isEdited: false }
  #index = 0
  #shownFile = ''
  /** The ids of the call stacks that the reader chose, by the key of the choice. */
  #chosen = new Map<string, string>()
  #playing: ReturnType<typeof setInterval> | undefined
  #address = new StepAddress()
  /** The HTML of each panel. */
  #drawn = new WeakMap<Element, string>()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#pause()
    this.#address.cancel()
  }

  protected override onEvent(event: Event): void {
    const target = event.target as HTMLElement
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
    this.act(action)
  }

  protected override act(action: Action): void {
    if (action === 'start') this.#start(0, true)
    else if (action === 'close') this.#close()
    else if (action === 'keys') this.#find('.walk__keys').toggleAttribute('hidden')
    else if (action === 'play') this.#playing ? this.#pause() : this.#play()
    else {
      this.#pause()
      const kind = this.#find<HTMLSelectElement>('.walk__kind').value as Kind
      this.#show(destination(action, this.#walk.steps, this.#index, kind))
    }
  }

  // Beginning and ending

  protected override follow(): void {
    const step = stepIn(location.hash)
    if (step?.id === this.id) this.#start(step.number - 1)
  }

  /** @param mayRun whether edited code may be run to record it: only after a click, not after a link */
  async #start(index: number, mayRun = false): Promise<void> {
    if (!this.#isOpen && !(await this.#open(mayRun))) return
    this.#show(index)
    this.#find('[data-action=forward]').focus({ preventScroll: true })
    const { top } = this.getBoundingClientRect()
    if (index > 0 || top < 0 || top > innerHeight / 2) this.scrollIntoView({ block: 'start' })
  }

  /** Loads the walk and draws the player, or an error message. */
  async #open(mayRun: boolean): Promise<boolean> {
    const words = wordsIn()
    const player = this.#find('.walk__player')
    const button = this.#find('.walk__buttons > button')
    button.ariaBusy = 'true'
    try {
      this.#walk = await loadWalk(this.dataset, mayRun)
    } catch (error) {
      const message = error instanceof EditedCodeFailed ? words.editedFailed : words.loadFailed
      player.innerHTML = `<p class="walk__status" role="alert">${message}</p>`
      return false
    } finally {
      button.ariaBusy = null
      player.hidden = false
    }
    const { isEdited, steps } = this.#walk
    const note = isEdited ? `<p class="walk__note">${words.edited}</p>` : ''
    player.innerHTML = note + playerHtml(words, steps.length)
    this.#shownFile = ''
    this.#showButton('close', words.close)
    return true
  }

  #close(): void {
    this.#pause()
    this.#find('.walk__player').hidden = true
    this.#find('.walk__player').innerHTML = ''
    this.#showButton('start', wordsIn().start)
    this.#address.clear(this.id)
  }

  #showButton(action: 'start' | 'close', word: string): void {
    const button = this.#find('.walk__buttons > button')
    button.dataset.action = action
    button.ariaExpanded = String(action === 'close')
    button.textContent = word
  }

  // Playing

  #play(): void {
    const last = this.#walk.steps.length - 1
    if (this.#index === last) this.#show(0)
    this.#playing = setInterval(() => {
      this.#show(this.#index + 1)
      if (this.#index === last) this.#pause()
    }, pace)
    this.#showPlaying()
  }

  #pause(): void {
    clearInterval(this.#playing)
    this.#playing = undefined
    if (this.#isOpen) this.#showPlaying()
  }

  #showPlaying(): void {
    const { pause, play } = wordsIn()
    this.#find('[data-action=play]').innerHTML = this.#playing
      ? label('❚❚', wordHtml(pause))
      : label('▶', wordHtml(play))
    // Steps that change by themselves are not read out.
    this.#find('.walk__status').ariaLive = this.#playing ? 'off' : 'polite'
  }

  // Showing

  #show(index: number): void {
    this.#index = Math.max(0, Math.min(index, this.#walk.steps.length - 1))
    this.#draw()
    this.#address.name(this.id, this.#index + 1)
  }

  #draw(): void {
    const { steps, kernel } = this.#walk
    const step = steps[this.#index]
    if (!step) return
    const words = wordsIn()
    const family = familyOfSessions(step)
    const stack = kernelStack(step.frames, kernel, this.#chosen, family)
    const number = this.#index + 1

    const scrub = this.#find<HTMLInputElement>('.walk__scrub')
    scrub.value = String(number)
    scrub.ariaValueText = words.step(number, steps.length)
    this.#find('.walk__count').textContent = `${number} / ${steps.length}`
    this.#find('[data-action=back]').ariaDisabled = String(number === 1)
    this.#find('[data-action=forward]').ariaDisabled = String(number === steps.length)

    this.#find('.walk__status').innerHTML = statusHtml(step, stack, number, steps.length, words)
    this.#put('stack', stackHtml(stack, step.after, words))
    this.#put('state', stateHtml(step, words))
    this.#put('log', logHtml(step, words))
    const sender = steps.findLast(({ sent }, at) => at <= this.#index && sent.length > 0)
    this.#put('segment', segmentHtml(sender?.sent.at(-1), sender === step, words))
    this.#drawCode(step)
    const twin = familyOfTwins(stack.frames, steps, this.#index) ?? family
    this.#find('.c-source').dataset.frames = writeFrames(stack.frames, twin)
    this.#scroll(step)
  }

  /** Scrolls every box to the current line. It is called last, so that the browser lays out the page once. */
  #scroll({ frames }: Step): void {
    scrollToLine(this.#find('.walk__code'), frames.at(-1)?.line ?? 1, 0.4)
    for (const selector of ['.walk__frames', '.walk__log']) {
      const box = this.#find(selector)
      box.scrollTop = box.scrollHeight
    }
  }

  #drawCode({ frames, lastLine }: Step): void {
    const { file = '', line = 1 } = frames.at(-1) ?? {}
    const box = this.#find('.walk__code')
    if (file !== this.#shownFile) {
      this.#shownFile = file
      const lines = this.#walk.code.get(file) ?? []
      box.innerHTML = sheetHtml(lines.join('\n'), lines.length)
      this.#find('.walk__file').textContent = file.replace(/^examples\//, '')
    }
    moveMark(box, 'now', [line, Math.max(line, lastLine)])
  }

  /** Draws a panel if its HTML has changed. */
  #put(name: string, html: string): void {
    const panel = this.#find(`.walk__${name}`)
    if (this.#drawn.get(panel) === html) return
    patch(panel, html)
    this.#drawn.set(panel, html)
    for (const bar of panel.querySelectorAll<HTMLElement>('[data-left]'))
      bar.style.setProperty('--left', bar.dataset.left ?? '')
  }

  get #isOpen(): boolean {
    return this.querySelector('.walk__controls') !== null
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

/** The step in words. */
function statusHtml(step: Step, { frames }: ShownStack, number: number, count: number, words: Words): string {
  const frame = step.frames.at(-1)
  const named = frames.findLast(({ names, isTestOrScenario }) => names || isTestOrScenario)
  const inC = named?.names ? oneName(named.names) : words.testOrScenario(frame?.file ?? '')
  const where = isTestOrScenario(frame?.file ?? '') || frames.at(-1)?.names ? inC : `${inC} › ${frame?.fn}`
  const place = `${frame?.file.split('/').at(-1) ?? ''}:${frame?.line ?? ''}`
  const changes = describe(step, words).map(({ what, from, to }) =>
    from === undefined ? `${what} = ${to}` : `${what} ${from} → ${to}`,
  )
  const effects = [...changes, ...step.log.slice(step.log.length - step.added)]
    .slice(0, 4)
    .map((effect) => `<span class="walk__effect">${escapeHtml(effect)}</span>`)
  const what = effects.join(' ') || `<span class="walk__calm">${words.nothingChanged}</span>`
  return `<span class="walk__where"><span class="walk__sr">${words.step(number, count)}. </span>${escapeHtml(where)} · ${escapeHtml(place)}</span> ${what}`
}

/** The player, empty. */
function playerHtml(words: Words, count: number): string {
  const control = (action: Action, mark: string, word: string) => button(action, mark, wordHtml(word))
  const kinds = Object.entries(words.kinds).map(([kind, word]) => `<option value="${kind}">${word}</option>`)
  const drive = [
    control('back', '←', words.back),
    control('forward', '→', words.forward),
    control('over', '↷', words.over),
    control('play', '▶', words.play),
  ]
  const jump = [
    `<select class="walk__kind" aria-label="${words.kindLabel}">${kinds.join('')}</select>`,
    control('previous', '⇤', words.previous),
    control('next', '⇥', words.next),
    control('keys', '?', words.keys),
  ]
  return `<p class="walk__status" role="status" aria-live="polite"></p>
<div class="walk__two"><div class="walk__source"><h3 class="walk__heading walk__file"></h3><pre class="walk__code" tabindex="0"></pre></div><div class="walk__stackbox"><h3 class="walk__heading">${words.callStack}</h3><div class="walk__stack"></div></div></div>
<full-mesh-c class="c-source"></full-mesh-c>
<div class="walk__controls"><div class="walk__drive">${drive.join('')}</div><div class="walk__seek"><input class="walk__scrub" type="range" min="1" max="${count}" value="1" aria-label="${words.position}"><output class="walk__count"></output></div><div class="walk__jump">${jump.join('')}</div></div>
${keyTable(words.keyTable)}
<div class="walk__state"></div>
<section class="walk__panel walk__segmentbox"><h3 class="walk__heading">${words.segment}</h3><div class="walk__segment"></div></section>
<section class="walk__panel walk__logbox"><h3 class="walk__heading">${words.log}</h3><div class="walk__log" tabindex="0" role="region" aria-label="${words.log}"></div></section>
<p class="walk__legend">${words.marked}</p>`
}

function wordHtml(word: string): string {
  return `<span class="walk__word">${word}</span>`
}

customElements.define('full-mesh-walk', FullMeshWalk)
