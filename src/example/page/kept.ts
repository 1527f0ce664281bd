/** The code that the reader has edited, by example. It is kept in this browser only. */

import { codeKey } from '../../island/code-key.ts'
import { type Code, isCode } from './code.ts'

/** The most that is kept. What was written longest ago stands first, and goes first. */
export const keptLimit = { examples: 20, characters: 200_000 }

/** Returns the code that is kept of an example, if there is any. */
export function keptCode(name: string): Code | undefined {
  return allKept().get(name)
}

/**
 * Keeps the code of an example, or forgets it.
 *
 * @returns false if it cannot be kept: it is too long, or the browser has no room or refuses storage
 */
export function keepCode(name: string, code: Code | undefined): boolean {
  const all = allKept()
  all.delete(name)
  if (code) all.set(name, code)
  while (!store(all)) {
    const [oldest = name] = all.keys()
    if (oldest === name) return false
    all.delete(oldest)
  }
  return true
}

function allKept(): Map<string, Code> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(codeKey) ?? '{}')
    return new Map(
      Object.entries(stored as object).filter((entry): entry is [string, Code] => isCode(entry[1])),
    )
  } catch {
    return new Map()
  }
}

/** Returns false if it does not fit. */
function store(all: ReadonlyMap<string, Code>): boolean {
  const text = JSON.stringify(Object.fromEntries(all))
  if (all.size > keptLimit.examples || text.length > keptLimit.characters) return false
  try {
    if (all.size > 0) localStorage.setItem(codeKey, text)
    else localStorage.removeItem(codeKey)
    return true
  } catch {
    return false
  }
}
