import { findElements, folders, type Node, readPages } from '../notes/pages.ts'

/** A `<ThenAndNow of="…" />` in a page. */
export interface Mention {
  page: string
  line: number
  of: string
}

/**
 * What a `<ThenAndNow … />` says.
 *
 * @throws if it says something else than `of`, or not as a plain string
 */
export function mention(node: Node, page: string): Mention {
  const line = node.position?.start.line ?? 1
  const [attribute, ...more] = node.attributes ?? []
  if (attribute?.name !== 'of' || typeof attribute.value !== 'string' || more.length > 0)
    throw new Error(`${page}:${line}: <ThenAndNow> takes of="…", a plain string, and nothing else`)
  return { page, line, of: attribute.value }
}

/** Finds the situations that the page at `path` shows, in order. */
export function findMentions(path: string, source: string): Mention[] {
  return findElements('ThenAndNow', source).map((node) => mention(node, path))
}

/** Checks that every situation a page names is there. */
export function checkNames(mentions: Mention[], ids: string[]): string[] {
  return mentions
    .filter(({ of }) => !ids.includes(of))
    .map(({ page, line, of }) => {
      const near = ids.filter((id) => id[0] === of[0])
      return `${page}:${line}: there is no situation "${of}" (there are ${(near.length ? near : ids).join(', ')})`
    })
}

/** Checks that some page shows every situation. */
export function checkShown(mentions: Mention[], ids: string[]): string[] {
  return ids
    .filter((id) => !mentions.some(({ of }) => of === id))
    .map((id) => `reference/lab/${id}.jsonl:1: no page shows the situation "${id}"`)
}

/** Checks that two pages in two languages show the same situations in the same order. */
export function checkPair(page: string, mine: Mention[], otherPage: string, others: Mention[]): string[] {
  for (let i = 0; i < Math.max(mine.length, others.length); i++) {
    const [one, other] = [mine[i], others[i]]
    if (one?.of === other?.of) continue
    const shows = (mention: Mention | undefined, page: string) =>
      mention ? `${page}:${mention.line} shows "${mention.of}"` : `${page}:1 shows no more`
    return [`${shows(one, page)}, ${shows(other, otherPage)}: a page and its pair show the same situations`]
  }
  return []
}

/**
 * Checks all pages of the site in `siteDir` against the situations.
 *
 * @returns one message for each thing that is wrong, beginning with a file and a line
 */
export function checkPages(siteDir: string, ids: string[]): string[] {
  const [zh, en] = [mentionsIn(siteDir, folders.zh), mentionsIn(siteDir, folders.en)]
  return [
    ...checkNames([...zh.values(), ...en.values()].flat(), ids),
    ...checkShown([...zh.values()].flat(), ids),
    ...[...zh].flatMap(([name, mentions]) =>
      checkPair(`${folders.zh}/${name}`, mentions, `${folders.en}/${name}`, en.get(name) ?? []),
    ),
  ]
}

function mentionsIn(siteDir: string, folder: string): Map<string, Mention[]> {
  const pages = [...readPages(siteDir, folder)].filter(([, source]) => source.includes('<ThenAndNow'))
  return new Map(pages.map(([name, source]) => [name, findMentions(`${folder}/${name}`, source)]))
}
