import { Feed } from 'feed'
import { escapeHtml } from '../../island/escape.ts'
import type { Words } from '../words.ts'
import type { Change } from './changes.ts'

/** A page in a feed. */
export interface FeedPage {
  title: string
  /** Its full address. */
  url: string
  /** Its sections in order, by their ids. */
  sections: ReadonlyMap<string, string>
}

/** How many sections the title of an entry names. */
const namedSections = 3

/** Returns the title of an entry: that of the page, and what has changed, for readers that show titles only. */
function titleOf(page: string, sections: readonly string[]): string {
  const named = sections.slice(0, namedSections).join(' · ')
  const more = sections.length - namedSections
  return [page, named].filter(Boolean).join(' › ') + (more > 0 ? ` · +${more}` : '')
}

/** What a feed says of itself. */
export interface FeedSite {
  title: string
  /** The full addresses of the site and of the feed. */
  url: string
  self: string
  language: string
}

/**
 * Makes an Atom feed of the pages whose text has changed.
 *
 * @param changes undefined if the site was built without history: then the feed is empty, and says so
 * @param pageOf returns the page of a file; undefined for one that the site no longer has
 */
export function feedOf(
  changes: readonly Change[] | undefined,
  pageOf: (file: string) => FeedPage | undefined,
  site: FeedSite,
  words: Words,
): string {
  const feed = new Feed({
    id: site.url,
    title: `${words.feed} · ${site.title}`,
    link: site.url,
    description: changes ? words.feed : words.noHistory,
    language: site.language,
    feedLinks: { atom: site.self },
    // The time of the build would make two builds of one commit differ.
    updated: new Date(changes?.[0]?.time ?? 0),
    generator: false,
  })
  for (const { page: file, time, sections: changed } of changes ?? []) {
    const page = pageOf(file)
    if (!page) continue
    const sections = [...page.sections].filter(([id]) => changed.includes(id))
    const items = sections.map(
      ([id, title]) => `<li><a href="${page.url}${id && `#${id}`}">${escapeHtml(title)}</a></li>`,
    )
    feed.addItem({
      title: titleOf(
        page.title,
        sections.map(([, title]) => title),
      ),
      id: `${page.url}?changed=${time.slice(0, 10)}`,
      link: page.url,
      date: new Date(time),
      ...(items.length > 0 && { content: `<p>${words.changed}</p><ul>${items.join('')}</ul>` }),
    })
  }
  return feed.atom1()
}
