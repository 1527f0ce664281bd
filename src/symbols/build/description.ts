import type { PageElement } from '../../notes/element.ts'
import { generatedModule } from '../../notes/generated.ts'
import { parts } from './parts.ts'

/** The name of the data of the filter. */
export const filterName = 'filter'

const known = Object.keys(parts)

/** `<Symbols of="functions" />`: the entries of all symbols of some kinds. */
export const symbolsElement: PageElement<{ of: string }> = {
  name: 'Symbols',
  usage: '<Symbols of="PART" />',
  required: ['of'],
  once: ({ of }) => [of],
  data: ({ of }) => generatedModule('symbols', of),
  checks: () => ({
    names: ({ of }) => [{ what: 'part of the symbols', name: of, known }],
    shown: known.map((part) => ({
      what: `<Symbols of="${part}" />`,
      place: 'src/symbols/build/parts.ts:1',
      isIn: ({ of }) => of === part,
    })),
  }),
}

/** `<SymbolFilter />`: a field that leaves of the symbols of the page those with a name. */
export const symbolFilterElement: PageElement = {
  name: 'SymbolFilter',
  usage: '<SymbolFilter />',
  once: () => [filterName],
  data: () => generatedModule('symbols', filterName),
}
