import { parseJson, readFile } from './files.ts'

/** Where texts stand outside of the pages. All paths are from the root of the site. */
export interface Config {
  /** Patterns of files with units (see `units.ts`). */
  readonly units?: readonly string[]
  /** Names of properties in which the languages are no translations of each other, such as lists of synonyms. */
  readonly independent?: readonly string[]
  /** Patterns of the code with Docusaurus's messages in the default language: `translate({ id, message })`, `<Translate>`. */
  readonly messages?: readonly string[]
  readonly dictionaries?: readonly Dictionary[]
  /** A command that compares the facts of pages, to which their files are added. `done` names it. */
  readonly compare?: string
}

/** JSON files that give each text of one language in another. */
export interface Dictionary {
  /** The file in which the texts of the one language stand. */
  readonly file: string
  /** The key of this language. */
  readonly language: string
  /** The file of another language, with `[key]` for its key: `{ "text in the one": "text in the other" }`. */
  readonly others: string
}

const configFile = 'i18n/translate.json'

/** Reads the configuration, which may be missing. */
export function readConfig(siteDir: string): Config {
  return parseJson(configFile, readFile(siteDir, configFile) ?? '{}')
}
