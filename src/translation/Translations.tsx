import type { VNode } from 'preact'
import { type Language, labelOf, tagOf } from '../../reference/languages.ts'
import type { SectionState } from '../../tools/translate/states.ts'
import { pageAddress } from '../island/page-address.ts'
import { editAddress, type Repository } from '../island/repository.ts'
import { fill, wordsIn } from './words.ts'

/** Where the entries of the list lead to. */
interface Links {
  /** The address of the site in the language of the page: `/en/`. */
  base: string
  repository: Repository | undefined
}

const kinds = ['current', 'stale', 'conflict', 'missing'] as const

/**
 * The state of all texts of the site: totals for each language, and a list of those that are not current in one.
 *
 * @param language the language of the list and of its words
 */
export function translations(
  states: readonly SectionState[],
  languages: readonly Language[],
  language: Language,
  links: Links,
): VNode {
  const words = wordsIn(language)
  const listed = groups(states.filter(({ lang, state }) => lang === language && state !== 'current'))
  const count = (lang: Language, kind: string) =>
    states.filter((state) => state.lang === lang && state.state === kind).length
  return (
    <div class="translations">
      <table>
        <thead>
          <tr>
            <th>{words.state}</th>
            {languages.map((lang) => (
              <th class="align-right" lang={tagOf(lang)}>
                {labelOf(lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{words.states[kind]}</th>
              {languages.map((lang) => (
                <td class="align-right">{count(lang, kind)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length === 0 ? (
        <p>{fill(words.allCurrent, labelOf(language))}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{words.page}</th>
              <th>{words.sections}</th>
              <th>{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((group) => {
              const total = states.filter(({ page, lang }) => page === group.page && lang === language).length
              return (
                <tr>
                  <td>{fileOf(group, links)}</td>
                  <td>{sectionsOf(group, total, language, links)}</td>
                  <td>{words.states[group.state]}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Texts of a page or a file that have the same state. */
interface Group {
  page: string
  state: SectionState['state']
  texts: readonly SectionState[]
}

function groups(states: readonly SectionState[]): Group[] {
  const found = new Map<string, SectionState[]>()
  for (const state of states) {
    const key = `${state.state} ${state.page}`
    found.set(key, [...(found.get(key) ?? []), state])
  }
  return [...found.values()].map((texts) => {
    const [{ page, state }] = texts as [SectionState]
    return { page, state, texts }
  })
}

function fileOf({ page, texts }: Group, { repository }: Links): VNode {
  const name = <code>{page.split(/(?<=\/)/).flatMap((part) => [<wbr />, part])}</code>
  const file = texts[0]?.file ?? page
  return repository ? <a href={editAddress(repository, file)}>{name}</a> : name
}

/** How many ids are listed at most for texts that are in no page: some are whole sentences. */
const mostIds = 3

function sectionsOf({ page, texts }: Group, total: number, language: Language, { base }: Links) {
  const words = wordsIn(language)
  const isPage = page.endsWith('.mdx')
  if (texts.length === total && total > 1) return fill(words.whole, total)
  if (!isPage && texts.length > mostIds) return fill(words.some, texts.length, total)
  return texts.flatMap(({ section }, index) => {
    const name = section ? <code>#{section}</code> : words.first
    const link = isPage ? <a href={pageAddress(base, section ? `${page}#${section}` : page)}>{name}</a> : name
    return index ? [' ', link] : [link]
  })
}
