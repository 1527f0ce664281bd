import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { nearest, readPages } from '../../src/notes/pages.ts'

/**
 * Returns the files and folders that the arguments of a check name. A page may also be named as `npm run translate` does,
 * by its file below the folder of its language, `ops/new-session.mdx`: these are its files in all languages. A section
 * after it, `#when`, says nothing here.
 *
 * @param folder the folder in which the command was called; `siteDir` otherwise
 * @returns paths from the root of the site; none if the root itself is named
 * @throws if there is no such file or page; each line of the message names one, with the nearest
 */
export function namedFiles(siteDir: string, names: readonly string[], folder = siteDir): string[] {
  const pages = readPages(siteDir)
  const problems: string[] = []
  const files = names.flatMap((name) => {
    const path = name.replace(/#.*$/, '')
    const file = relative(resolve(siteDir), resolve(folder, path)).replaceAll('\\', '/')
    if (existsSync(join(siteDir, file))) return [file]
    const named = pages.filter((page) => page.name === path)
    if (named.length === 0) {
      const known = new Set(pages.flatMap((page) => [page.file, page.name]))
      problems.push(`"${path}" is no file and no page${nearest(path, [...known])}`)
    }
    return named.map((page) => page.file)
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return files.includes('') ? [] : files
}

/** Returns {@link namedFiles} of the site in the current folder; ends the program with the message if one is refused. */
export function filesOrExit(names: readonly string[]): string[] {
  try {
    // npm runs programs in the folder of package.json. INIT_CWD is the folder in which npm was called.
    return namedFiles('.', names, process.env.INIT_CWD)
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}

/** Returns true for one of the files that {@link namedFiles} returned, and for a file in one of the folders. */
export function isNamed(file: string, named: readonly string[]): boolean {
  return named.length === 0 || named.some((name) => file === name || file.startsWith(`${name}/`))
}
