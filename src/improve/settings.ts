import type { Language } from '../../reference/languages.ts'
import type { Repository } from '../island/repository.ts'

/** What the module in the page knows of the site. The build writes it into the module. */
export interface Settings {
  languages: readonly PageLanguage[]
  /** Without it there is no link to the editor of the repository. */
  repository?: Repository
  /** The address of the site, if it is known where it will be. */
  site?: string
}

/** A language of the site, and where its pages are. */
export interface PageLanguage {
  key: Language
  tag: string
  label: string
  /** The address of its pages: `/en/`. The build writes it relative to the folder of the module. */
  base: string
  /** The folder of their files, from the root of the repository. */
  folder: string
}

/** The folder of the built site with the files of the pages, below the address of each language. */
export const sourceFolder = 'source'

/** Returns the address of the file of a page, as the repository has it. */
export function sourceAddress({ base }: Pick<PageLanguage, 'base'>, page: string): string {
  return `${base}${sourceFolder}/${page}`
}

/**
 * Finds the page that a file is of.
 *
 * @param file from the root of the repository: `docs/ops/new-session.mdx`
 * @returns undefined if it is in no folder of pages
 */
export function pageOf(
  file: string,
  languages: readonly PageLanguage[],
): { language: PageLanguage; page: string } | undefined {
  const language = languages.find(({ folder }) => file.startsWith(`${folder}/`))
  return language && { language, page: file.slice(language.folder.length + 1) }
}
