/** A style sheet that some pages need. */
interface Part {
  /** Below `src/`. */
  file: string
  /** The classes that need it, as they are or with `__` or `--` and more behind them. */
  blocks: readonly string[]
}

/** The order is that in which rules override each other. */
export const parts: readonly Part[] = [
  { file: 'translation/translation.css', blocks: ['translation', 'translations'] },
  { file: 'tables/tables.css', blocks: ['bytes', 'fields', 'counts'] },
  { file: 'symbols/symbols.css', blocks: ['symbols', 'symbol-filter'] },
  { file: 'island/context.css', blocks: ['call-stack'] },
  { file: 'call-stack/call-stack.css', blocks: ['call-stack', 'call-stacks'] },
  { file: 'then-and-now/then-and-now.css', blocks: ['then-and-now', 'differences', 'ladder'] },
  { file: 'example/example.css', blocks: ['example', 'exercise'] },
  { file: 'example/exercise.css', blocks: ['exercise'] },
  { file: 'map/map.css', blocks: ['file-map', 'structure-map'] },
  { file: 'mesh/mesh.css', blocks: ['mesh'] },
  { file: 'which-mptcp/which-mptcp.css', blocks: ['which'] },
  // An example can begin a walk, and so can a call stack.
  { file: 'walkthrough/walkthrough.css', blocks: ['walk', 'steps', 'example', 'exercise', 'call-stack'] },
  { file: 'walkthrough/story/story.css', blocks: ['story'] },
]

/** Returns the files of the parts that a page needs, by the classes of its elements. */
export function partsOf(html: string): string[] {
  const blocks = new Set<string>()
  for (const [, quoted, name] of html.matchAll(/\sclass=(?:"([^"]*)"|([^\s">]+))/g))
    for (const each of (quoted ?? name ?? '').split(' ')) blocks.add(each.replace(/(__|--).*/, ''))
  return parts.filter((part) => part.blocks.some((block) => blocks.has(block))).map(({ file }) => file)
}
