/** The files of the index, as the build writes them and the page reads them. All are JSON. */

/** The folder of the index, below the address of the language. */
export const indexFolder = 'search-index'

/** The file that is loaded first. Its name has no hash: the address of the page's module does not depend on the texts. */
export const catalogueFile = 'catalogue.json'

/** What is known before anything is searched. */
export interface Catalogue {
  readonly pages: readonly CataloguedPage[]
  /**
   * The page of each section, its id, and its title; the section before the first heading has neither. `isEntry` is 1
   * for an entry of a list, which comes behind sections of prose.
   */
  readonly sections: readonly (readonly [page: number, id: string, title: string, isEntry?: 1])[]
  /** Names with the section that explains each: symbols of the C file and their counterparts in the model. */
  readonly names: readonly (readonly [name: string, section: number])[]
  /** The terms of the glossary, with other forms of each. */
  readonly terms: readonly (readonly string[])[]
  /** Names that texts do not use, with the term that they use instead. */
  readonly refused: readonly (readonly [word: string, term: string])[]
  /** The files of postings: the first term of each, in the order of the terms. */
  readonly shards: readonly (readonly [first: string, file: string])[]
}

interface CataloguedPage {
  /** Below the address of the language: `ops/new-session/`. */
  readonly address: string
  readonly title: string
  /** The file with its texts. */
  readonly file: string
  /** How much a section of it counts, if not 1. */
  readonly weight?: number
}

/** How a term is used in a section. */
export const uses = ['code', 'text', 'often', 'defined'] as const

/**
 * The sections that have each term: differences of their numbers, each times 4, plus the index of the use in
 * {@link uses}.
 */
export type Postings = Readonly<Record<string, readonly number[]>>

/** The texts of a section, line by line. */
export interface SectionText {
  /** In the language of the page. */
  readonly text: readonly string[]
  /** Titles of tests in the language of the code, if it is not that of the page. */
  readonly titles?: readonly string[]
  readonly code?: readonly string[]
}

/** The texts of a page, by the id of the section. */
export type PageText = Readonly<Record<string, SectionText>>
