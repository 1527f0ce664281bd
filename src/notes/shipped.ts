import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import satisfies from 'spdx-satisfies'

/** The licences of code that may be part of a program under GPL-2.0-only. Apache-2.0 is none of them. */
const compatible = [
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'GPL-2.0-only',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
]

/** The files of packages that are in bundles for the page. Bundlers add to it. */
export const shippedFiles = new Set<string>()

/** A package of which the page loads code. */
export interface ShippedPackage {
  name: string
  version: string
  /** Its licence, as an SPDX expression. */
  licence: string
  /** What the licence demands to be passed on: the files of the package with its terms and notices. */
  terms: string
}

/** Returns the packages to which files belong, by name. Files of the site itself are left out. */
export function packagesOf(files: Iterable<string>): ShippedPackage[] {
  const folders = new Set<string>()
  for (const file of files) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []
    if (folder) folders.add(folder)
  }
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const terms = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim())
    return { name, version, licence: String(license), terms: terms.join('\n\n') }
  })
  const names = (one: ShippedPackage) => `${one.name} ${one.version}`
  const different = new Map(packages.map((one) => [names(one), one]))
  return [...different.values()].sort((a, b) => (names(a) < names(b) ? -1 : 1))
}

/** Finds the packages whose code may not be part of this site. @returns a message for each */
export function refusedLicences(packages: readonly ShippedPackage[]): string[] {
  return packages
    .filter(({ licence }) => !isCompatible(licence))
    .map(
      ({ name, version, licence }) =>
        `package.json:1: the page loads code of ${name} ${version} under "${licence}", which cannot be combined with GPL-2.0-only; possible are ${compatible.join(', ')}`,
    )
}

function isCompatible(licence: string): boolean {
  try {
    return satisfies(licence, compatible)
  } catch {
    return false // not an SPDX expression
  }
}
