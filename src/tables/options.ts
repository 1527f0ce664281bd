import { type Language, textIn } from '../../reference/languages.ts'
import { type OptionForm, options } from '../../reference/options.ts'
import type { Markup } from '../notes/markup.ts'
import { placeOfKey } from '../notes/source-place.ts'
import { byteTable } from './byte-table.ts'

const words = {
  zh: { caption: (title: string, size: number) => `${title}：${size} 字节` },
  en: { caption: (title: string, size: number) => `${title}: ${size} ${size === 1 ? 'byte' : 'bytes'}` },
}

/** Makes the table of an option's bytes in a header. */
export function optionTable({ title, size, fields }: OptionForm, language: Language): Markup {
  const caption = textIn(words, language).caption(textIn(title, language), size)
  const cells = fields.map((field) => ({ ...field, label: textIn(field.label, language) }))
  return byteTable(cells, caption, language)
}

/** Checks that the fields of each option add up to its size. Returns one message for each problem. */
export function checkOptions(checked: Readonly<Record<string, OptionForm>> = options): string[] {
  return Object.entries(checked).flatMap(([id, { size, fields }]) => {
    const sum = fields.reduce((sum, field) => sum + field.size, 0)
    return sum === size
      ? []
      : [`${placeOfKey('reference/options.ts', id)}: the fields of ${id} take ${sum} bytes, not ${size}`]
  })
}
