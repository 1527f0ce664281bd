/**
 * The element `<full-mesh-which>` in the page: reads the text of its field, and shows what it says of the host. The build
 * wrote the field and the buttons. This module is loaded when the pointer or the focus first enters the element, and
 * requests nothing itself.
 */

import { type ComponentChildren, render } from 'preact'
import { IslandElement } from '../../island/island-element.ts'
import { pageAddress } from '../../island/page-address.ts'
import { Answer, verdictIn } from '../Answer.tsx'
import { diagnose } from '../diagnosis/diagnose.ts'
import { type SampleName, samples } from '../diagnosis/samples.ts'
import { Prose } from '../Prose.tsx'
import { wordsIn } from '../words.ts'

type Action = 'read' | 'clear' | SampleName

class FullMeshWhich extends IslandElement<Action> {
  protected readonly listened = ['click', 'keydown']

  protected act(action: Action): void {
    if (action === 'read') this.#read()
    else if (action === 'clear') this.#clear()
    else this.#fill(action)
  }

  protected override onEvent(event: Event): void {
    const { type, key, ctrlKey, metaKey } = event as KeyboardEvent
    if (type === 'keydown' && key === 'Enter' && (ctrlKey || metaKey)) this.#read()
  }

  protected follow(): void {}

  #read(): void {
    const words = wordsIn()
    const diagnosis = diagnose(this.#field.value)
    if ('refused' in diagnosis) {
      this.#show(<Prose text={words.tooLarge} />)
      return
    }
    const { settings, settingsLeftOut, symptoms } = diagnosis
    const count = settings.length + settingsLeftOut
    const counts = count + symptoms.length > 0 ? [words.counts(count, symptoms.length)] : []
    const addressOf = (page: string) => pageAddress(this.dataset.base ?? '/', page)
    this.#show(
      [verdictIn(diagnosis, words), ...counts].join(' · '),
      <Answer diagnosis={diagnosis} setting={{ words, addressOf }} />,
    )
  }

  #clear(): void {
    this.#field.value = ''
    this.#show(wordsIn().cleared)
    this.#field.focus()
  }

  #fill(name: SampleName): void {
    const words = wordsIn()
    const field = this.#field
    const isOwn = field.value.trim() !== '' && !Object.values<string>(samples).includes(field.value)
    if (isOwn) {
      this.#show(words.clearFirst)
      return
    }
    field.value = samples[name]
    field.scrollTop = 0
    this.#show(words.filled[name])
  }

  #show(status: ComponentChildren, answer: ComponentChildren = null): void {
    render(status, this.querySelector('[role=status]') as Element)
    render(answer, this.querySelector('.which__answer') as Element)
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector('textarea') as HTMLTextAreaElement
  }
}

customElements.define('full-mesh-which', FullMeshWhich)
