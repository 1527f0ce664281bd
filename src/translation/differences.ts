import { findVersion } from '../../tools/translate/history.ts'
import { findLanguage } from '../../tools/translate/languages.ts'
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
  return abridged(wordChanges(before.text, text.text.trim(), tag))
}

/** How much of what stayed the same is shown beside a change, in characters. */
const context = 80

/** Leaves out long parts that stayed the same, except next to the changes. */
export function abridged(changes: readonly Change[]): Change[] {
  return changes.map(({ kind, text }, index) => {
    if (kind !== 'same' || text.length <= 2 * context) return { kind, text }
    const before = index === 0 ? '' : text.slice(0, context)
    const after = index === changes.length - 1 ? '' : text.slice(-context)
    return { kind, text: `${before}…${after}` }
  })
}
