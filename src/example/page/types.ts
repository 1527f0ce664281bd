/** Shows the types of names in a block of code, beside the names. */

import { codeTag } from '../../../reference/languages.ts'
import { type BlockPosition, type Name, type Types, typedNames } from '../names.ts'
import type { Words } from '../words.ts'
import { close, isInside, open, type PopUp, textShown } from './pop-up.ts'

/** The position of a block of code in its file, and a function that loads the types in that file. */
export interface Source extends BlockPosition {
  /** Loads {@link Types}, as JSON. */
  load(): Promise<string>
  words: Words
}

/** Delays in ms. A pointer that only passes a name opens nothing; one that leaves has time to reach the pop-up. */
const pause = { opening: 250, closing: 300 }

/** The most distance between the pointer and a name, in px. */
const reach = { finger: 12, mouse: 0 }

const known = new WeakMap<Element, TypedCode>()

/** Shows the types of the names in `pre`, by mouse, finger and keyboard. */
export function showTypes(pre: HTMLElement, source: Source): EventListenerObject {
  const code = known.get(pre) ?? new TypedCode(pre, source)
  known.set(pre, code)
  return code
}

class TypedCode implements EventListenerObject {
  #pre: HTMLElement
  #source: Source
  #names: Name[] = []
  #loading: Promise<void> | undefined
  /** The text nodes of the code, each with its offset. */
  #pieces: [start: number, text: Text][] = []
  #lineCount = 1
  #shown: Name | undefined
  /** The name whose pop-up the reader has closed while the pointer stays on it. */
  #dismissed: Name | undefined
  /** The reader is going from name to name with the keyboard. */
  #isWalking = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #mark = Object.assign(document.createElement('span'), { className: 'example__marked' })
  /** The text of the pop-up, for screen readers. */
  #status = Object.assign(document.createElement('p'), { className: 'example__said' })

  constructor(pre: HTMLElement, source: Source) {
    this.#pre = pre
    this.#source = source
    const types = ['pointerenter', 'pointermove', 'pointerleave', 'click', 'focusin', 'focusout', 'keydown']
    for (const type of types) pre.addEventListener(type, this)
    this.#status.setAttribute('role', 'status')
    this.#scroller.after(this.#status)
  }

  handleEvent(event: Event): void {
    if (this.#names.length === 0) {
      this.#await(event)
      return
    }
    // A pointer that left through the pop-up sent no pointerleave here.
    if (event.type === 'pointerenter') this.#dismissed = undefined
    if (event.type === 'pointermove') this.#hover(event as PointerEvent)
    if (event.type === 'pointerleave' && (event as PointerEvent).pointerType !== 'touch') this.#leave()
    if (event.type === 'click') this.#click(event as PointerEvent)
    if (event.type === 'focusin') this.#focus(event as FocusEvent)
    if (event.type === 'focusout') this.#blur(event as FocusEvent)
    if (event.type === 'keydown') this.#press(event as KeyboardEvent)
  }

  // The names

  /** Loads the types, then handles the event. */
  async #await(event: Event): Promise<void> {
    if (event.type === 'pointermove' && !this.#loading) return // after a failure, not every move loads again
    this.#loading ??= this.#load()
    await this.#loading
    if (this.#names.length > 0) this.handleEvent(event)
  }

  async #load(): Promise<void> {
    try {
      this.#read(JSON.parse(await this.#source.load()))
    } catch {} // without types the code is still shown
    this.#loading = undefined
  }

  #read(types: Types): void {
    const pieces = document.createTreeWalker(this.#pre, NodeFilter.SHOW_TEXT)
    let start = 0
    while (pieces.nextNode()) {
      const piece = pieces.currentNode as Text
      this.#pieces.push([start, piece])
      start += piece.length
    }
    const code = this.#pre.textContent ?? ''
    this.#lineCount = code.split('\n').length
    this.#names = typedNames(code, types, this.#source)
  }

  /** Returns the rectangle of a name in the window. */
  #place({ start, end }: Name): DOMRect {
    const range = document.createRange()
    const at = (offset: number): [Text, number] => {
      const [begin, piece] = this.#pieces.findLast(([begin]) => begin <= offset) as [number, Text]
      return [piece, offset - begin]
    }
    range.setStart(...at(start))
    range.setEnd(...at(end - 1))
    range.setEnd(range.endContainer, range.endOffset + 1)
    return range.getBoundingClientRect()
  }

  /** Returns the nearest name to a point of the window, at most `reach` px to its left or right. */
  #nameAt({ clientX: x, clientY: y }: MouseEvent, reach: number): Name | undefined {
    const { top, height } = (this.#pre.firstElementChild as Element).getBoundingClientRect()
    const line = Math.floor(((y - top) / height) * this.#lineCount)
    let nearest: Name | undefined
    let least = reach
    for (const name of this.#names.filter((name) => name.line === line)) {
      const { left, right } = this.#place(name)
      const distance = Math.max(left - x, x - right, 0)
      if (distance > least) continue
      nearest = name
      least = distance
    }
    return nearest
  }

  // Mouse and finger

  #hover(event: PointerEvent): void {
    if (event.pointerType === 'touch' || this.#isWalking) return
    clearTimeout(this.#timer)
    const name = event.buttons === 0 ? this.#nameAt(event, reach.mouse) : undefined
    if (name !== this.#dismissed) this.#dismissed = undefined
    if (!name) this.#leave()
    else if (name !== this.#shown && name !== this.#dismissed) {
      this.#timer = setTimeout(() => this.#show(name), pause.opening)
    }
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.#dismissed = undefined
    if (this.#shown && !this.#isWalking) this.#timer = setTimeout(close, pause.closing, this.#pre)
  }

  #click(event: PointerEvent): void {
    clearTimeout(this.#timer)
    const isFinger = event.pointerType === 'touch'
    const isSelecting = !isFinger && getSelection()?.isCollapsed === false
    const name = isSelecting ? undefined : this.#nameAt(event, isFinger ? reach.finger : reach.mouse)
    if (name) this.#show(name)
    else close(this.#pre)
  }

  // Keyboard

  /** Shows the keys, if the focus came by keyboard. */
  #focus({ relatedTarget }: FocusEvent): void {
    if (isInside(relatedTarget) || !this.#pre.matches(':focus-visible')) return
    const { typeKeys, type } = this.#source.words
    const anchor = () => {
      const { left, top, bottom, width } = this.#scroller.getBoundingClientRect()
      const end = Math.min(bottom, innerHeight)
      return top < innerHeight && end > 0 ? new DOMRect(left, end, width, 0) : undefined
    }
    this.#open({ text: typeKeys }, document.documentElement.lang, type, anchor)
    this.#say(typeKeys, document.documentElement.lang)
  }

  #blur({ relatedTarget }: FocusEvent): void {
    if (!isInside(relatedTarget)) close(this.#pre)
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const name = this.#isWalking ? this.#nameBy(event.key) : event.key === 'Enter' && this.#firstInSight()
    if (!name) return
    event.preventDefault()
    this.#show(name, true)
    this.#say(textShown(), codeTag)
  }

  /** Returns the name to which a key goes from the current one. */
  #nameBy(key: string): Name | undefined {
    const names = this.#names
    const from = this.#shown
    if (!from) return undefined
    const index = names.indexOf(from)
    const column = this.#place(from).left
    const nearest = (line: number | undefined) =>
      names
        .filter((name) => name.line === line)
        .map((name) => ({ name, distance: Math.abs(this.#place(name).left - column) }))
        .sort((a, b) => a.distance - b.distance)[0]?.name ?? from
    if (key === 'ArrowRight') return names[index + 1] ?? from
    if (key === 'ArrowLeft') return names[index - 1] ?? from
    if (key === 'ArrowDown') return nearest(names.find(({ line }) => line > from.line)?.line)
    if (key === 'ArrowUp') return nearest(names.findLast(({ line }) => line < from.line)?.line)
    if (key === 'Home') return names[0]
    if (key === 'End') return names.at(-1)
    return undefined
  }

  #firstInSight(): Name | undefined {
    const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0
    return this.#names.find((name) => this.#place(name).top >= bar) ?? this.#names[0]
  }

  // Showing

  #show(name: Name, isWalking = false): void {
    clearTimeout(this.#timer)
    this.#shown = name
    this.#isWalking = isWalking
    this.#markPlace(name)
    if (isWalking) this.#mark.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    this.#open({ html: name.html }, codeTag, this.#source.words.type, () => {
      const place = this.#place(name)
      const { left, right } = this.#scroller.getBoundingClientRect()
      const isInSight =
        place.right > left && place.left < right && place.bottom > 0 && place.top < innerHeight
      return isInSight ? place : undefined
    })
  }

  #markPlace(name: Name): void {
    const { left, top, width, height } = this.#place(name)
    const scroller = this.#scroller.getBoundingClientRect()
    const x = left - scroller.left + this.#scroller.scrollLeft
    this.#mark.style.translate = `${x}px ${top - scroller.top}px`
    this.#mark.style.width = `${width}px`
    this.#mark.style.height = `${height}px`
    this.#scroller.append(this.#mark)
  }

  #open(content: PopUp['content'], lang: string, label: string, anchor: PopUp['anchor']): void {
    open({
      content,
      lang,
      label,
      owner: this.#pre,
      anchor,
      hovered: (isInside) => (isInside ? clearTimeout(this.#timer) : this.#leave()),
      closed: (isDismissed) => {
        if (isDismissed) this.#dismissed = this.#shown
        this.#shown = undefined
        this.#isWalking = false
        this.#mark.remove()
        this.#say('', '')
      },
    })
  }

  #say(text: string, lang: string): void {
    this.#status.lang = lang
    this.#status.textContent = text
  }

  /** The element that scrolls the code sideways. */
  get #scroller(): HTMLElement {
    return this.#pre.parentElement as HTMLElement
  }
}
