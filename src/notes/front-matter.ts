import { matterPattern } from './matter.ts'
import { nearest, type Page, readPages } from './pages.ts'

/** The keys of the front matter, in the order in which pages have them. */
const keys = [
  'title',
  'sidebar_label',
  'sidebar_position',
  'description',
  'keywords',
  'slug',
  'c',
  'unlisted',
  'displayed_sidebar',
]

/**
 * Checks the front matter of all pages: its keys, and that no two pages of a folder have the same place in the table of
 * contents.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkFrontMatter(siteDir: string): string[] {
  const pages = readPages(siteDir)
  return [...pages.flatMap(keyProblems), ...positionProblems(pages)]
}

/** An entry of front matter that stands in one line. */
interface Entry {
  readonly key: string
  readonly value: string
  readonly line: number
}

function entriesOf(source: string): Entry[] {
  const lines = (matterPattern.exec(source)?.[0] ?? '').split('\n')
  return lines.flatMap((text, index) => {
    const [, key, value = ''] = /^(\w[\w-]*):(.*)$/.exec(text) ?? []
    return key ? [{ key, value: value.trim(), line: index + 1 }] : []
  })
}

function keyProblems({ name, file, source }: Page): string[] {
  const entries = entriesOf(source)
  const unknown = entries.filter(({ key }) => !keys.includes(key))
  // A key that is written wrong is missing under its right name, too.
  if (unknown.length > 0)
    return unknown.map(
      ({ key, line }) => `${file}:${line}: front matter has no "${key}"${nearest(key, keys)}`,
    )
  const keywords = entries.find(({ key }) => key === 'keywords')
  if (keywords && !/^\[[^[\]"']+\]$/.test(keywords.value))
    return [`${file}:${keywords.line}: keywords is no list in one line: write keywords: [one, two]`]
  const isListed = !entries.some(({ key, value }) => key === 'unlisted' && value === 'true')
  const required = [
    ...['title', 'description'],
    ...(isListed ? ['sidebar_label'] : []),
    // `sidebars.ts` lists the pages that are in no folder.
    ...(isListed && name.includes('/') ? ['sidebar_position'] : []),
  ]
  return required.flatMap((key) => {
    const entry = entries.find((each) => each.key === key)
    return entry?.value ? [] : [`${file}:${entry?.line ?? 1}: the front matter lacks ${key}: write ${key}: …`]
  })
}

function positionProblems(pages: readonly Page[]): string[] {
  const places = new Map<string, string>()
  return pages.flatMap(({ file, source }) =>
    entriesOf(source).flatMap(({ key, value, line }) => {
      if (key !== 'sidebar_position') return []
      const place = `${file.replace(/[^/]*$/, '')}\n${value}`
      const other = places.get(place)
      places.set(place, other ?? `${file}:${line}`)
      return other
        ? [`${file}:${line}: ${other} has sidebar_position ${value}, too: each page of a folder has its own`]
        : []
    }),
  )
}
