import { readFileSync } from 'node:fs'

/** Returns `file:line` of the first line that contains `text`, or of line 1 if none does. */
export function placeOf(file: string, text: string): string {
  return placeWhere(file, (line) => line.includes(text))
}

/** Returns `file:line` of the first property `key` in the source of a file, or of line 1 if there is none. */
export function placeOfKey(file: string, key: string): string {
  return placeWhere(file, (line) => /^\s*'?(.*?)'?:(?= |$)/.exec(line)?.[1] === key)
}

function placeWhere(file: string, matches: (line: string) => boolean): string {
  const index = readFileSync(file, 'utf8').split('\n').findIndex(matches)
  return `${file}:${Math.max(index, 0) + 1}`
}
