import { type Language, languages } from '../../reference/languages.ts'

/** A comment of a scenario, in each language: `# zh …` on one line, `# en …` on the next. */
export type Remark = Record<Language, { text: string; index: number }>

const form = new RegExp(`^# (${languages.join('|')}) (.*)`)

/** Returns true for a line of a remark. */
export function isRemark(line: string): boolean {
  return form.test(line)
}

/**
 * Finds the remarks among the lines or the comments of a scenario. A remark ends before a line in a language that it
 * has already, and before a line that is no part of a remark.
 */
export function remarksIn(lines: readonly string[]): Remark[] {
  const remarks: Remark[] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const [, language = '', text = ''] = form.exec(line) ?? []
    const last = remarks.at(-1)
    if (!language) isOpen = false
    else if (isOpen && last && !Object.hasOwn(last, language)) last[language] = { text, index }
    else {
      remarks.push({ [language]: { text, index } })
      isOpen = true
    }
  }
  return remarks
}
