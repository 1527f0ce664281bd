/**
 * The element `<full-mesh-scenario>` in the page: runs the scenario in its field on the model, in a worker, and shows what
 * it prints. The build wrote the field and the buttons. This module is loaded when the pointer or the focus first enters
 * the element, and the worker at the first run.
 */

import { render } from 'preact'
import { here } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { scenarioKey } from '../../island/scenario-key.ts'
import { trustedScriptUrl } from '../../island/trusted.ts'
import { timeBudget } from '../../sandbox/protocol.ts'
import { maxCharacters } from '../limits.ts'
import { Output } from '../Output.tsx'
import type { Printed } from '../print.ts'
import { wordsIn } from '../words.ts'

/** The file with the worker; `plugin.ts` names it. */
declare const WORKER: string

type Action = 'run' | 'reset' | 'line'

class FullMeshScenario extends IslandElement<Action> {
  protected readonly listened = ['click', 'keydown', 'input']
  /** Ends the run that is under way. */
  #end = () => {}
  /** The reader's text in place of which the example was restored. */
  #replaced: string | undefined

  override connectedCallback(): void {
    const { value, defaultValue } = this.#field
    if (value === defaultValue) this.#restore()
    else this.#keep() // the reader was faster than this module
    super.connectedCallback()
  }

  protected act(action: Action, control?: HTMLElement): void {
    if (action === 'run') this.#run()
    else if (action === 'reset') this.#reset()
    else this.#select(Number(control?.dataset.line))
  }

  protected override onEvent(event: Event): void {
    const { type, key, ctrlKey, metaKey } = event as KeyboardEvent
    if (type === 'input') {
      this.#keep()
      this.#setReplaced(undefined)
    }
    if (type === 'keydown' && key === 'Enter' && (ctrlKey || metaKey)) this.#run()
  }

  protected follow(): void {}

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#end()
  }

  #run(): void {
    const words = wordsIn()
    const { value } = this.#field
    this.#end()
    if (value.length > maxCharacters) {
      this.#show(words.tooLarge(maxCharacters))
      return
    }
    this.#say(words.running)
    const worker = new Worker(trustedScriptUrl(here(WORKER)))
    const budget = setTimeout(() => {
      this.#end()
      this.#show(words.outOfTime(timeBudget / 1000))
    }, timeBudget)
    this.#end = () => {
      clearTimeout(budget)
      worker.terminate()
    }
    worker.onmessage = ({ data }: MessageEvent<Printed>) => {
      this.#end()
      this.#show(data.problems.length > 0 ? words.problems : words.printed(data.commands), data)
    }
    worker.onerror = () => {
      this.#end()
      this.#show(words.loadFailed)
    }
    worker.postMessage(value)
  }

  /** Puts the example into the field; pressed once more, the text that was there. */
  #reset(): void {
    const words = wordsIn()
    const { value, defaultValue } = this.#field
    const before = this.#replaced
    this.#end()
    this.#field.value = before ?? defaultValue
    this.#setReplaced(before === undefined && value !== defaultValue ? value : undefined)
    this.#keep()
    this.#show(before === undefined ? words.restored : words.undone)
    this.#field.focus()
  }

  /** Keeps the text that the example has replaced, until the next change. */
  #setReplaced(text: string | undefined): void {
    const { reset, undo } = wordsIn()
    this.#replaced = text
    const button = this.querySelector('[data-action=reset]') as Element
    button.textContent = text === undefined ? reset : undo
  }

  /** Puts what is kept into the field. */
  #restore(): void {
    try {
      const kept = localStorage.getItem(scenarioKey)
      if (kept) this.#field.value = kept.slice(0, maxCharacters)
    } catch {} // the browser refuses storage
  }

  /** Keeps the text for the next visit. If it is the example, nothing is kept. */
  #keep(): void {
    const { value, defaultValue } = this.#field
    try {
      if (value === defaultValue || value.length > maxCharacters) localStorage.removeItem(scenarioKey)
      else localStorage.setItem(scenarioKey, value)
    } catch {} // without storage the text lasts as long as the page
  }

  /** Selects a line of the scenario, counted from 1, and scrolls to it. */
  #select(line: number): void {
    const field = this.#field
    const lines = field.value.split('\n')
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    field.focus()
    field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 4)
  }

  #show(status: string, printed?: Printed): void {
    this.#say(status)
    const output = printed ? <Output printed={printed} words={wordsIn()} /> : null
    render(output, this.querySelector('.own-scenario__output') as Element)
  }

  #say(status: string): void {
    const place = this.querySelector('[role=status]') as Element
    place.textContent = status
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector('textarea') as HTMLTextAreaElement
  }
}

customElements.define('full-mesh-scenario', FullMeshScenario)
