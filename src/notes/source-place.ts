import { readFileSync } from 'node:fs'

/** `file:line` of the first line of a file of the site that has `text` in it; of its first line if none has. */
export function placeOf(file: string, text: string): string {
  return placeWhere(file, (line) => line.includes(text))
}

/** `file:line` of the property `key` of an object that is written in a file of the site, one property on a line. */
export function placeOfKey(file: string, key: string): string {
  return placeWhere(file, (line) => /^\s*'?(.*?)'?:(?= |$)/.exec(line)?.[1] === key)
}

function placeWhere(file: string, isIt: (line: string) => boolean): string {
  const index = readFileSync(file, 'utf8').split('\n').findIndex(isIt)
  return `${file}:${Math.max(index, 0) + 1}`
}
