/** The texts of an example or an exercise that the reader edits, and what is kept of them. */

import { hashOf } from '../../island/hash.ts'
import { editWordsIn } from '../edit-words.ts'
import { type Code, isCode } from './code.ts'
import { keepCode, keptCode } from './kept.ts'

/** Texts by file, all files of an example. */
type Texts = ReadonlyMap<string, string>

/** Where the texts come from, if not from the page, and what is to be said about it. */
interface Origin {
  /** They are those of a link. */
  isLinked?: boolean
  /** There are changes from an earlier visit in them. */
  isKept?: boolean
  /** They are those of a link, and the browser also keeps a change of the reader's own. */
  hasOwn?: boolean
}

/** The edited texts of an example. They outlive its editors. */
export class Edits {
  /** The name under which the browser keeps them. */
  readonly #name: string
  readonly #page: Texts
  readonly #texts: Map<string, string>
  /** The page has had another code when the texts were first edited. */
  readonly #isOutdated: boolean
  readonly #origin: Origin
  #canKeep = true

  /**
   * @param name under which the browser keeps them
   * @param page the texts on the page
   * @param code what they are instead, if anything
   */
  constructor(name: string, page: Texts, code: Code | undefined, origin: Origin) {
    this.#name = name
    this.#page = page
    this.#texts = new Map(merged(page, code))
    this.#isOutdated = code !== undefined && code.of !== hashOfTexts(page)
    this.#origin = origin
  }

  /** By file, all of them. */
  get texts(): Texts {
    return this.#texts
  }

  /** They differ from those on the page. */
  get isChanged(): boolean {
    return this.#changed.length > 0
  }

  /** What is kept of them, and what a link has. */
  get code(): Code {
    return { of: hashOfTexts(this.#page), texts: Object.fromEntries(this.#changed) }
  }

  /** The changed files as one text; if there are several, each below a comment with its name. */
  get copy(): string {
    const files = this.#changed
    if (files.length === 1) return files[0]?.[1] ?? ''
    return files.map(([file, text]) => `// ${file.split('/').at(-1)}\n${text}\n`).join('\n')
  }

  get #changed(): [file: string, text: string][] {
    return [...this.#texts].filter(([file, text]) => text !== this.#page.get(file))
  }

  /** Changes the text of a file, and keeps it. */
  change(file: string, text: string): void {
    this.#texts.set(file, text)
    this.keep()
  }

  /** Keeps the texts in the browser; forgets them if they are those of the page. */
  keep(): void {
    this.#canKeep = keepCode(this.#name, this.isChanged ? this.code : undefined) || !this.isChanged
  }

  /** Forgets what the browser keeps of them. */
  forget(): void {
    keepCode(this.#name, undefined)
  }

  /** Returns what the reader has to know about the texts, in the language of the page; empty if there is nothing. */
  note(hasRun: boolean): string {
    const { isLinked, isKept, hasOwn } = this.#origin
    const words = editWordsIn()
    const sentences = [
      isLinked ? (isKept ? words.changedLink : words.link) : isKept && words.kept,
      isLinked && !isKept && !hasRun && words.notRun,
      this.#isOutdated && words.outdated,
      hasOwn && words.ownKept,
      !this.#canKeep && words.notKept,
    ]
    return sentences.filter(Boolean).join(words.gap)
  }
}

/**
 * Returns what the reader begins to edit: the texts that the browser has kept, or those of the page.
 *
 * @param name of the example
 * @param page its texts on the page
 */
export function ownEdits(name: string, page: Texts): Edits {
  const code = keptCode(name)
  return new Edits(name, page, code, { isKept: code !== undefined })
}

/**
 * Returns the texts of a link. What the reader changes in them is kept apart from changes of the page's code: neither
 * replaces the other, and the link opens it again.
 *
 * @param link the part of the address behind the name
 * @throws LinkError
 */
export async function linkedEdits(name: string, page: Texts, link: string): Promise<Edits> {
  const { codeIn } = await import('./link.ts')
  const linked = await codeIn(link, isCode)
  const own = keptCode(name)
  if (own && hashOfTexts(merged(page, own)) === hashOfTexts(merged(page, linked))) return ownEdits(name, page)
  const keptName = `${name}/${hashOf(link)}`
  const later = keptCode(keptName)
  const origin = { isLinked: true, isKept: later !== undefined, hasOwn: own !== undefined }
  return new Edits(keptName, page, later ?? linked, origin)
}

/** Returns the texts of the page with those of `code` in their places. */
function merged(page: Texts, code: Code | undefined): Texts {
  const texts = new Map(Object.entries(code?.texts ?? {}))
  return new Map([...page].map(([file, text]) => [file, texts.get(file) ?? text]))
}

function hashOfTexts(texts: Texts): string {
  return hashOf(JSON.stringify([...texts]))
}
