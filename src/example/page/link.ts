/**
 * Links that pass on edited code: the address of the page, then `#EXAMPLE/CODE`. The code is in the link itself; browsers
 * send no part of an address after `#`. This module is loaded when such a link is copied or opened.
 */

import { hashOf } from '../../island/hash.ts'
import { linkWordsIn } from '../link-words.ts'
import type { Code } from './code.ts'

/** A link that cannot be made or read. The message tells the reader why, in the language of the page. */
export class LinkError extends Error {
  override name = 'LinkError'
}

/** The first character of `CODE`. The last eight are the hash of those between: a link that was cut off has another. */
const version = '1'

/** The longest code that a link passes on, in characters: several times the longest example. */
export const longestLinked = 60_000

/** The longest `CODE`. Random characters of three bytes each take this much. */
const longestText = 4 * longestLinked

/** Returns `CODE` for a link. @throws LinkError if the code is too long */
export async function linkText(code: Code): Promise<string> {
  const json = JSON.stringify({ of: code.of, texts: code.texts } satisfies Code)
  if (json.length > longestLinked) throw new LinkError(linkWordsIn().tooLong)
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const text = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return version + text + hashOf(text)
}

/** Returns a link to an example on this page, with code. @throws LinkError if the code is too long */
export async function linkTo(id: string, code: Code): Promise<string> {
  return `${location.origin}${location.pathname}#${id}/${await linkText(code)}`
}

/**
 * Returns why a text was not copied: it is a link that cannot be made, or the browser refuses. A link is then put into the
 * address of the page.
 */
export async function explainRefusal(what: 'link' | 'code', text: Promise<string>): Promise<string> {
  const { inAddress, refused } = linkWordsIn()
  try {
    const address = await text
    if (what === 'code') return refused
    history.replaceState(history.state, '', address)
    return inAddress
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * Reads `CODE` of a link, which may be anything.
 *
 * @param isCode says whether a value is code. (If this module imported it, it would be in a file of its own.)
 * @throws LinkError if it is not what {@link linkText} returns
 */
export async function codeIn(link: string, isCode: (value: unknown) => value is Code): Promise<Code> {
  try {
    const text = link.slice(1, -8)
    if (link.length > longestText || link[0] !== version || link.slice(-8) !== hashOf(text)) throw new Error()
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    const code: unknown = JSON.parse(await inflated(bytes))
    if (isCode(code)) return code
    throw new Error()
  } catch {
    throw new LinkError(linkWordsIn().broken)
  }
}

/** Returns the text that was compressed. Throws if it is too long, not complete, or not UTF-8. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    if (text.length > longestLinked) {
      await reader.cancel()
      throw new Error()
    }
  }
}
