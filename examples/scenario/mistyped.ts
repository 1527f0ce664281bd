import { Invalid, unknown } from '../kernel/invalid.ts'

/** The greatest distance between a word and the suggestion for it. */
const MAX_LETTERS = 3

/** The error for an unknown word, with a suggestion: `no command "insmood" (commands: …): did you mean "insmod"?` */
export function mistyped(kind: string, word: string, choices: readonly string[]): Invalid {
  const invalid = unknown(kind, word, choices)
  const meant = nearest(word, choices)
  return meant === undefined ? invalid : new Invalid(`${invalid.message}: did you mean "${meant}"?`)
}

function nearest(word: string, choices: readonly string[]): string | undefined {
  const limit = Math.min(MAX_LETTERS, word.length / 2)
  return choices
    .map((choice) => ({ choice, distance: distance(word.toLowerCase(), choice.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.choice
}

/** The number of letters to insert, delete or replace to change one word into the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, cost] of row.slice(0, -1).entries())
      next.push(Math.min(cost + Number(letter !== other[j]), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
