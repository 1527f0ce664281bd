import { errno } from '../../../examples/kernel/errno.ts'
import { counterparts } from '../../../examples/reference/counterparts.ts'
import { type CSymbol, symbols } from '../../../examples/reference/symbols.ts'
import { errors } from '../../../reference/errors.ts'
import { glossary } from '../../../reference/glossary.ts'
import { codeLanguage, type Language, textIn } from '../../../reference/languages.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'
import { pageAddress } from '../../island/page-address.ts'
import type { Names } from './index-of.ts'

/** The section that explains the errors. */
const errorsAddress = 'reading-the-examples/#errors'

/**
 * Returns the names that the site explains: the symbols of the C file with their counterparts, the errors, and the
 * terms.
 */
export function namesIn(language: Language): Names {
  const terms = glossary.flatMap(({ terms }) => terms)
  return {
    addresses: [...addressesOfSymbols(), ...addressesOfErrors()],
    terms: terms.map(({ name, forms }) => [
      ...new Set([textIn(name, language), ...(textIn(forms, language) || []), textIn(name, codeLanguage)]),
    ]),
    refused: terms.flatMap(({ name, refused = [] }) =>
      refused
        .filter((entry) => entry.language === language)
        .flatMap(({ words }) => words.map((word) => [word, textIn(name, language)] as const)),
    ),
  }
}

function addressesOfSymbols(): [name: string, address: string][] {
  return symbols.flatMap(({ name }: CSymbol) => {
    const [page, section] = (pageOf[name as keyof typeof pageOf] ?? '').split('#')
    const address = pageAddress('', `${page}.mdx${section ? `#${section}` : ''}`)
    const counterpart = counterparts[name as keyof typeof counterparts]
    const names = 'name' in counterpart ? [name, counterpart.name] : [name]
    return [...new Set(names.flatMap(formsOf))].map((form): [string, string] => [form, address])
  })
}

function addressesOfErrors(): [name: string, address: string][] {
  return Object.keys(errors).flatMap((name): [string, string][] => [
    [name, errorsAddress],
    [`-${errno[name as keyof typeof errno]}`, errorsAddress],
  ])
}

/** Returns a name as it is searched: `fullmesh_rem4.port` and `port` for `struct fullmesh_rem4.port`. */
function formsOf(name: string): string[] {
  const bare = name.replace(/^(struct|enum) /, '')
  return [bare, bare.slice(bare.indexOf('.') + 1), bare.replace(/^full_mesh_/, '')]
}
