/** Matches the front matter of a page, its `---` lines included. */
export const matterPattern = /^---\n[\s\S]*?\n---\n/

/** Returns the words with which readers search for what a page is about, `keywords: [one, two]`, beside those of its text. */
export function keywordsOf(source: string): string[] {
  const [matter = ''] = matterPattern.exec(source) ?? []
  const [, list = ''] = /^keywords: \[(.+)\]$/m.exec(matter) ?? []
  return list.split(', ').filter(Boolean)
}

/** Replaces the front matter by spaces. The other lines keep their numbers, and all offsets stay. */
export function withoutFrontMatter(source: string): string {
  return source.replace(matterPattern, (matter) => matter.replace(/[^\n]/g, ' '))
}
