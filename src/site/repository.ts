import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { EditUrlFunction } from '@docusaurus/plugin-content-docs'
import { fallbackOf, folderOf, languageOf } from '../../reference/languages.ts'
import { editAddress, type Repository } from '../island/repository.ts'

/**
 * Returns the repository that REPOSITORY_URL names: the only source of the links to it.
 *
 * @returns undefined if it is not set: then there are no such links
 * @throws if it is no address of a repository
 */
export function repositoryIn(environment: NodeJS.ProcessEnv): Repository | undefined {
  const url = environment.REPOSITORY_URL?.replace(/\/$/, '')
  if (!url) return undefined
  if (!/^https:\/\/[^/?#\s]+\/[^/?#\s]+\/[^/?#\s]+$/.test(url))
    throw new Error(`REPOSITORY_URL is "${url}": expected an address such as https://github.com/OWNER/NAME`)
  return { url, commit: environment.GITHUB_SHA ?? commitHere() }
}

/** Returns the function by which Docusaurus finds the address to edit a page: that of the file in its language. */
export function editUrlIn(repository: Repository): EditUrlFunction {
  return ({ locale, docPath }) => {
    const language = languageOf(locale)
    const files = [language, fallbackOf(language)].map((each) => each && `${folderOf(each)}/${docPath}`)
    return editAddress(repository, files.find((file) => file && existsSync(file)) ?? `docs/${docPath}`)
  }
}

function commitHere(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return '' // no repository, as in an archive of the files
  }
}
