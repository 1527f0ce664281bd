/** A style sheet that some pages need. */
interface Part {
  /** Below `src/`. */
  file: string
  /** The classes that need it, as they are or with `__` or `--` and more behind them. */
  blocks: readonly string[]
}

/** The order is that in which rules override each other. */
export const parts: readonly Part[] = [
  { file: 'theme/Untranslated/untranslated.css', blocks: ['untranslated'] },
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
  { file: 'text-field/text-field.css', blocks: ['text-field'] },
  { file: 'which-mptcp/which-mptcp.css', blocks: ['which'] },
  { file: 'own-scenario/own-scenario.css', blocks: ['own-scenario'] },
  // An example can begin a walk, and so can a call stack.
  { file: 'walkthrough/walkthrough.css', blocks: ['walk', 'example', 'exercise', 'call-stack'] },
  { file: 'walkthrough/steps.css', blocks: ['steps'] },
  { file: 'walkthrough/story/story.css', blocks: ['story'] },
]

/** The parts that a page needs. */
export interface NeededParts {
  /** Their files, in the order of `parts`. */
  files: string[]
  /** Where the first element is that needs one: at its `<`. The end of the page if no element does. */
  first: number
}

/** Returns the parts that a page needs, by the classes of its elements. */
export function partsOf(html: string): NeededParts {
  const files = new Set<string>()
  let first = html.length
  for (const { index, 1: quoted, 2: name } of html.matchAll(/<[^<>]*?\sclass=(?:"([^"]*)"|([^\s">]+))/g)) {
    const blocks = (quoted ?? name ?? '').split(' ').map((each) => each.replace(/(__|--).*/, ''))
    const needed = parts.filter((part) => part.blocks.some((block) => blocks.includes(block)))
    for (const { file } of needed) files.add(file)
    if (needed.length > 0) first = Math.min(first, index)
  }
  return { files: parts.map(({ file }) => file).filter((file) => files.has(file)), first }
}
