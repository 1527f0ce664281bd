/** Matches the front matter of a page, its `---` lines included. */
export const matterPattern = /^---\n[\s\S]*?\n---\n/

/** Replaces the front matter by spaces. The other lines keep their numbers, and all offsets stay. */
export function withoutFrontMatter(source: string): string {
  return source.replace(matterPattern, (matter) => matter.replace(/[^\n]/g, ' '))
}
