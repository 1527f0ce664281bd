import type { Language } from '../../reference/languages.ts'
import { type OptionForm, options } from '../../reference/options.ts'
import type { Markup } from '../notes/markup.ts'
import { placeOfKey } from '../notes/source-place.ts'
import { byteTable } from './byte-table.ts'

/** Makes the table of an option's bytes in a header. */
export function optionTable({ title, size, fields }: OptionForm, language: Language): Markup {
  const caption =
    language === 'zh' ? `${title.zh}：${size} 字节` : `${title.en}: ${size} ${size === 1 ? 'byte' : 'bytes'}`
  const cells = fields.map((field) => ({ ...field, label: field.label[language] }))
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
