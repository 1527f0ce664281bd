/** Matches the front matter of a page, its `---` lines included. */
export const matterPattern = /^---\n[\s\S]*?\n---\n/
