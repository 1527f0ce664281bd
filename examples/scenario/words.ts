import { type Errno, errno } from '../kernel/errno.ts'
import { parseAddress } from '../kernel/inet.ts'
import { Invalid } from '../kernel/invalid.ts'
import { mistyped } from './mistyped.ts'

/** No command that makes sense is longer, in characters. */
const MAX_LENGTH = 1000

/** What devices, namespaces and sessions can be called. Other characters stand around the names in output. */
export const NAME = '[\\p{L}\\p{N}_.-]+'

const name = new RegExp(`^${NAME}$`, 'u')

/** The words of a command, taken one after the other. */
export class Words {
  readonly command: string
  readonly #words: readonly string[]
  #next = 0

  constructor(command: string) {
    if (command.length > MAX_LENGTH)
      throw new Invalid(`a command of ${command.length} characters: expected ${MAX_LENGTH} at most`)
    this.command = command
    this.#words = command.match(/\S+/g) ?? []
    if (this.#words.some((word) => word.startsWith('#')))
      throw new Invalid('a comment stands on a line of its own, with "#" in the first column')
  }

  /** The next word, or undefined after the last. */
  take(): string | undefined {
    return this.#words[this.#next++]
  }

  /** The next word, which must be there. @param what what it should be, for the message */
  need(what: string): string {
    const word = this.take()
    if (word === undefined) throw new Invalid(`"${this.command}" lacks ${what}`)
    return word
  }

  /** The next word, which must be one of these. */
  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const word = this.take()
    if (choices.includes(word as Choice)) return word as Choice
    const list = choices.join(', ')
    throw new Invalid(
      word === undefined
        ? `"${this.command}" lacks one of ${list}`
        : `"${word}" in "${this.command}" is not one of ${list}`,
    )
  }

  /** The next word, which must be this one. */
  keyword(keyword: string): void {
    const word = this.take()
    if (word === undefined) throw new Invalid(`"${this.command}" lacks "${keyword}"`)
    if (word !== keyword) throw new Invalid(`expected "${keyword}" before "${word}" in "${this.command}"`)
  }

  /** The next word, which must be a name for something new. */
  name(what: string): string {
    const word = this.need(what)
    if (!name.test(word))
      throw new Invalid(`"${word}" is not a name: expected letters, digits, "-", "_" and "."`)
    return word
  }

  /** The next word, which must be an address, in its canonical form. */
  address(): string {
    const word = this.need('an address')
    const address = parseAddress(word)
    if (!address) throw new Invalid(`"${word}" is not an IPv4 or IPv6 address without prefix length and port`)
    return address
  }

  /** The next word, which must be the name of an error. */
  errno(): Errno {
    const name = this.need('the name of an error')
    const names = Object.keys(errno)
    if (!names.includes(name)) throw mistyped('error', name, names)
    return name as Errno
  }

  /** The next word, which must be a whole number from 0 to `max`. */
  number(what: string, max = Number.MAX_SAFE_INTEGER): number {
    return parseNumber(this.need(what), what, max)
  }

  /** All words that are left. */
  rest(): string[] {
    const rest = this.#words.slice(this.#next)
    this.#next = this.#words.length
    return rest
  }

  /** The text behind the words taken so far. */
  text(): string {
    return this.rest().join(' ')
  }

  /** Nothing may be left. */
  end(): void {
    const word = this.take()
    if (word !== undefined) throw new Invalid(`"${word}" is too much in "${this.command}"`)
  }
}

/** @param what what the number is, for the message */
export function parseNumber(text: string, what: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value <= max)) throw new Invalid(`"${text}" is not ${what}: expected a whole number from 0 to ${max}`)
  return value
}
