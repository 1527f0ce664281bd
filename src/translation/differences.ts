import { findVersion } from '../../tools/translate/history.ts'
import { findLanguage } from '../../tools/translate/languages.ts'
import { maskMarkup } from '../../tools/translate/mask.ts'
import { pairsOf } from '../../tools/translate/record.ts'
import type { SectionState } from '../../tools/translate/states.ts'
import type { Site, Text } from '../../tools/translate/texts.ts'
import { type Change, wordChanges } from '../../tools/translate/word-changes.ts'

/** How a text has changed since it was last compared with the other language. */
export interface Difference {
  /** The key of the language of the text. */
  lang: string
  /** Undefined if the git history does not have the earlier text. */
  changes: readonly Change[] | undefined
}

/** Returns the changes because of which a section is not current: of the other text, of its own, or of both. */
export function differencesOf(site: Site, state: SectionState): Difference[] {
  return pairsOf(site, state).flatMap(({ translation, source }) => {
    const { mark } = translation
    if (!mark) return []
    const texts: readonly [Text, string][] = [
      [source, mark.source],
      [translation, mark.own],
    ]
    return texts
      .filter(([text, hash]) => text.hash !== hash)
      .map(([text, hash]) => ({ lang: text.lang, changes: changesSince(site, text, hash) }))
  })
}

function changesSince(site: Site, text: Text, hash: string): Change[] | undefined {
  const before = findVersion(site.siteDir, text, hash)
  if (typeof before === 'string') return undefined
  const tag = findLanguage(site.languages, text.lang)?.tag ?? text.lang
  return abridged(wordChanges(readable(before.text), readable(text.text), tag))
}

/** Returns the words of a text in MDX, without what the languages share: elements, addresses of links, marks. */
function readable(text: string): string {
  return maskMarkup(text)
    .replace(/^[ |:-]*$|^ *#+ |[[\]|*]/gm, ' ')
    .replace(/[（(][\s、，,]+[)）]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ (?=[,.;:)])/g, '')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}

/** What is shown of a text that stayed the same, beside a change: 80 characters, and the rest of the word. */
const [beginning, end] = [/^.{80}[a-z\d_]*/is, /[a-z\d_]*.{80}$/is]

/** Leaves out long parts that stayed the same, except next to the changes. */
export function abridged(changes: readonly Change[]): Change[] {
  return changes.map(({ kind, text }, index) => {
    const before = index === 0 ? '' : (beginning.exec(text)?.[0] ?? text)
    const after = index === changes.length - 1 ? '' : (end.exec(text)?.[0] ?? text)
    const isLong = text.length > before.length + after.length + 20
    return { kind, text: kind === 'same' && isLong ? `${before}…${after}` : text }
  })
}
