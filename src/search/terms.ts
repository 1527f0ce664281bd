/** How texts and queries are split into terms: the same way when the index is built and in the page. */

/** Scripts whose words have no spaces between them. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'
const runs = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_])+`, 'gu')
const hyphenated = /\p{Script=Latin}+(?:-\p{Script=Latin}+)+/gu
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')

/** A run of letters and digits: a word or a name, or characters that have no spaces between words. */
export interface Run {
  /** In lower case. */
  readonly text: string
  /** The parts of a name: `create`, `subflow` of `create_subflow` and `createSubflow`; or the pairs of characters. */
  readonly parts: readonly string[]
  readonly isUnspaced: boolean
}

/** Returns a text with letters of full width, `ＡＤＤ＿ＡＤＤＲ`, as those of a keyboard. All stay at their places. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => wide.normalize('NFKC'))
}

/** Splits a text into runs. */
export function runsOf(text: string): Run[] {
  return [...narrow(text).matchAll(runs)].map(([run]) => {
    const isUnspaced = startsUnspaced.test(run)
    return { text: run.toLowerCase(), parts: isUnspaced ? pairsOf(run) : partsOf(run), isUnspaced }
  })
}

/**
 * Returns the terms under which a text is found. Chinese text has those of every two adjacent characters, so that each
 * sequence of characters is found wherever it begins. `Wi-Fi` is found as `wifi`, too.
 */
export function termsOf(text: string): string[] {
  const joined = (narrow(text).match(hyphenated) ?? []).map((word) => word.replaceAll('-', '').toLowerCase())
  const terms = runsOf(text).flatMap(({ text, parts, isUnspaced }) => {
    // A single character is found as the beginning of a pair; the last one begins none.
    if (isUnspaced) return parts.length > 0 ? [...parts, [...text].at(-1) as string] : [text]
    return parts.length > 1 ? [text, ...parts] : [text]
  })
  return [...terms, ...joined]
}

/** Returns the parts of a name in lower case: `add`, `addr` of `ADD_ADDR`; `rem4`, `id` of `rem4_id`. */
function partsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1_')
    .toLowerCase()
    .split('_')
    .filter(Boolean)
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** Returns the beginning that forms of an English word share: `retr` of `retries`. */
export function stemOf(word: string): string {
  const stem = word.replace(/(ies|ied|y|es|ed|ing|s|e)$/, '')
  return stem.length >= 4 ? stem : word
}
