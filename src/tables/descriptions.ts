import type { RootContent } from 'mdast'
import type { Language } from '../../reference/languages.ts'
import { layouts } from '../../reference/layouts.ts'
import { options } from '../../reference/options.ts'
import type { PageElement } from '../notes/element.ts'
import type { Markup } from '../notes/markup.ts'
import { placeOfKey } from '../notes/source-place.ts'
import { conformance, replayAll } from './conformance.ts'
import { errorTable } from './errors.ts'
import { checkLayouts, structLayout } from './layout.ts'
import { checkOptions, optionTable } from './options.ts'

/** The elements that are replaced by a table, or by sections with tables. */
export const tableElements: readonly PageElement[] = [
  oneOf('Layout', 'reference/layouts.ts', layouts, structLayout),
  oneOf('Bytes', 'reference/options.ts', options, (option, language) => [optionTable(option, language)]),
  whole('Errors', (language) => [errorTable(language)]),
  whole('Conformance', (language, siteDir) => conformance(replayAll(siteDir), language)),
]

/** Describes an element such as `<Layout of="…" />`: the table of one thing. Each thing has to be on a page. */
function oneOf<Thing>(
  name: string,
  file: string,
  things: Readonly<Record<string, Thing>>,
  tablesOf: (thing: Thing, language: Language) => Markup[],
): PageElement {
  const known = Object.keys(things)
  return {
    name,
    usage: `<${name} of="NAME" />`,
    required: ['of'],
    checks: () => ({
      names: ({ of = '' }) => [{ what: `<${name}>`, name: of, known }],
      shown: known.map((id) => ({
        what: `<${name} of="${id}" />`,
        place: placeOfKey(file, id),
        isIn: ({ of }) => of === id,
      })),
    }),
    replace: ({ of = '' }, { language }) => tablesOf(things[of] as Thing, language) as RootContent[],
  }
}

/** Describes an element without attributes, such as `<Errors />`. */
function whole(name: string, contentOf: (language: Language, siteDir: string) => Markup[]): PageElement {
  return {
    name,
    usage: `<${name} />`,
    replace: (_, { language, siteDir }) => contentOf(language, siteDir) as RootContent[],
  }
}

/**
 * Checks the facts that the tables are made from, and replays all recorded scenarios.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkTables(siteDir: string): string[] {
  return [...checkLayouts(), ...checkOptions(), ...replayAll(siteDir).problems]
}
