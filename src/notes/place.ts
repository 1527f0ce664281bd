import { readFileSync } from 'node:fs'

/** `file:line` of the first line of a file of the site that has `text` in it; of its first line if none has. */
export function placeOf(file: string, text: string): string {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text))
  return `${file}:${Math.max(line, 0) + 1}`
}
