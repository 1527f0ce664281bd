import { errno } from '../../examples/kernel/errno.ts'
import { errors } from '../../reference/errors.ts'
import { type Language, textIn } from '../../reference/languages.ts'
import { type Content, code, element, type Markup, mdx, table } from '../notes/markup.ts'

const heads: Record<Language, string[]> = {
  zh: ['错误及其含义', '出现于'],
  en: ['error and its meaning', 'where it occurs'],
}

/** Makes the table of the errors in the log: number, name, meaning, and the log lines that have it. */
export function errorTable(language: Language): Markup {
  const names = Object.keys(errors) as (keyof typeof errors)[]
  const rows = names.map((name): Content[] => [
    [code(`-${errno[name]}`), ` ${name}`, element('br', {}), ...mdx(textIn(errors[name].meaning, language))],
    mdx(textIn(errors[name].from, language)),
  ])
  return table('errors', [textIn(heads, language), ...rows])
}
