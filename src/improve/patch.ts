import { structuredPatch } from 'diff'

/**
 * Returns what changes a file into another, as a patch that `git apply` takes at the root of the repository.
 *
 * @param file its path from the root of the repository
 * @returns an empty text if nothing changes
 */
export function patchOf(file: string, before: string, after: string): string {
  if (before === after) return ''
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 3 })
  const text = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ])
  return [`diff --git a/${file} b/${file}`, `--- a/${file}`, `+++ b/${file}`, ...text, ''].join('\n')
}

/** Returns a name for the file of a patch: `ops-new-session.when.patch`. */
export function patchName(page: string, section: string): string {
  return [page.replace(/\.mdx$/, '').replaceAll('/', '-'), section, 'patch'].filter(Boolean).join('.')
}
