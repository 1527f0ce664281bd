import { remember } from './remember.ts'

/** A heading of a page in MDX. */
export interface Heading {
  line: number
  /** 2 for `##`. */
  level: number
  /** Its text, in Markdown. */
  title: string
  id: string | undefined
}

/**
 * Returns true if all headings of a page have ids. Without one, its section has no pair and no address: what is said of
 * them would only repeat that the id is missing.
 */
export function hasAllIds(source: string): boolean {
  return headings(source).every(({ id }) => id)
}

/** Finds the headings below the title of an MDX file; lines of fenced code are none. Many links lead to one file. */
export const headings = remember((source): Heading[] => {
  const found: Heading[] = []
  let fence = ''
  for (const [index, text] of source.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark && !fence) fence = mark
    else if (mark?.startsWith(fence)) fence = ''
    const [, hashes, title = '', , id] =
      /^(#{2,6})\s+(.*?)\s*(\{\/\*\s*#(\S+?)\s*\*\/\}\s*)?$/.exec(text) ?? []
    if (fence || !hashes) continue
    found.push({ line: index + 1, level: hashes.length, title, id })
  }
  return found
})
