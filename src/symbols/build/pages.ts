import { type CSymbol, symbols } from '../../../examples/reference/symbols.ts'
import { completeLanguages, folderOf } from '../../../reference/languages.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'
import { nearest } from '../../notes/pages.ts'
import { follow } from '../../notes/remark-links.ts'
import { placeOfKey } from '../../notes/source-place.ts'

const all: readonly CSymbol[] = symbols
const mapFile = 'reference/pages-of-symbols.ts'

/**
 * Checks that every symbol has a page, and that the page and the section exist in every language that has all pages.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkPageOf(map: Readonly<Record<string, string>> = pageOf): string[] {
  const names = all.map(({ name }) => name)
  return [
    ...names.flatMap((name) => {
      const entry = map[name]
      if (!entry) return [`${mapFile}:1: the symbol "${name}" has no page`]
      return completeLanguages.flatMap((language) => {
        const from = `${folderOf(language)}/index.mdx`
        const problem = follow(`./${entry.replace(/#|$/, '.mdx$&')}`, from)
        return problem ? [`${placeOfKey(mapFile, name)}: the page of "${name}": ${problem}`] : []
      })
    }),
    ...Object.keys(map)
      .filter((name) => !names.includes(name))
      .map(
        (name) => `${placeOfKey(mapFile, name)}: the C file has no symbol "${name}"${nearest(name, names)}`,
      ),
  ]
}
