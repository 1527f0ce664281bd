import { glossary } from '../../../reference/glossary.ts'

/** Finds words, also of languages that have no spaces between them; in no certain language. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

const isUnspaced = (character = '') =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)

/** The terms in these scripts. */
const terms = glossary
  .flatMap(({ terms }) =>
    terms.flatMap(({ name, forms }) => [...Object.values(name), ...Object.values(forms)]),
  )
  .flat()
  .filter((form): form is string => typeof form === 'string' && form.length > 1 && isUnspaced(form[0]))

/**
 * Splits a text where a line may end, besides at spaces and punctuation: between two words that have no space between
 * them. Terms of the glossary stay whole. A line does not begin with a word of one character: that is mostly a particle,
 * or a part of a word that the dictionary does not have.
 */
export function phrasesOf(text: string): string[] {
  const inside = new Set<number>()
  for (const term of terms)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
      for (let index = at + 1; index < at + term.length; index++) inside.add(index)
  const starts = [...segmenter.segment(text)]
    .filter(({ segment, index }) => {
      const isBetween = isUnspaced(text[index - 1]) && isUnspaced(text[index])
      return isBetween && segment.length > 1 && !inside.has(index)
    })
    .map(({ index }) => index)
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]))
}
