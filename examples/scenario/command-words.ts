import { type Errno, errno } from '../kernel/errno.ts'
import { parseAddress } from '../kernel/inet.ts'
import { Invalid } from '../kernel/invalid.ts'
import { mistyped } from './mistyped.ts'

/** The greatest length of a command, in characters; no useful command is longer. */
const MAX_LENGTH = 1000

/** The pattern of names of devices, namespaces and sessions. It has no character that delimits names in output. */
export const NAME = '[\\p{L}\\p{N}_.-]+'

const name = new RegExp(`^${NAME}$`, 'u')

/** The words of a command, read one after the other. Each method but `take` throws Invalid for a wrong word. */
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

  /** Reads the next word; undefined after the last. */
  take(): string | undefined {
    return this.#words[this.#next++]
  }

  /** Reads the next word, which must exist. @param what the meaning of the word, for the error message */
  need(what: string): string {
    const word = this.take()
    if (word === undefined) throw new Invalid(`"${this.command}" lacks ${what}`)
    return word
  }

  /** Reads the next word, which must be one of the choices. */
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

  /** Reads the next word, which must be the keyword. */
  keyword(keyword: string): void {
    const word = this.take()
    if (word === undefined) throw new Invalid(`"${this.command}" lacks "${keyword}"`)
    if (word !== keyword) throw new Invalid(`expected "${keyword}" before "${word}" in "${this.command}"`)
  }

  /** Reads the next word, which must have the form of a name. */
  name(what: string): string {
    const word = this.need(what)
    if (!name.test(word))
      throw new Invalid(`"${word}" is not a name: expected letters, digits, "-", "_" and "."`)
    return word
  }

  /** Reads an address. @returns its canonical form */
  address(): string {
    const word = this.need('an address')
    const address = parseAddress(word)
    if (!address) throw new Invalid(`"${word}" is not an IPv4 or IPv6 address without prefix length and port`)
    return address
  }

  /** Reads the name of an error. */
  errno(): Errno {
    const name = this.need('the name of an error')
    const names = Object.keys(errno)
    if (!names.includes(name)) throw mistyped('error', name, names)
    return name as Errno
  }

  /** Reads a whole number from 0 to `max`. */
  number(what: string, max = Number.MAX_SAFE_INTEGER): number {
    return parseNumber(this.need(what), what, max)
  }

  /** Reads all remaining words. */
  rest(): string[] {
    const rest = this.#words.slice(this.#next)
    this.#next = this.#words.length
    return rest
  }

  /** Checks that no word remains. */
  end(): void {
    const word = this.take()
    if (word !== undefined) throw new Invalid(`"${word}" is too much in "${this.command}"`)
  }
}

/** Reads a whole number from 0 to `max`. @param what the meaning of the number, for the error message */
export function parseNumber(text: string, what: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value <= max)) throw new Invalid(`"${text}" is not ${what}: expected a whole number from 0 to ${max}`)
  return value
}
