import type { Language } from '../../reference/languages.ts'
import { type OptionForm, options } from '../../reference/options.ts'
import type { Markup } from '../notes/markup.ts'
import { placeOfKey } from '../notes/source-place.ts'
import { byteTable } from './byte-table.ts'

/** An option as the bytes it takes in a header. */
export function optionTable({ title, size, fields }: OptionForm, language: Language): Markup {
  const caption =
    language === 'zh' ? `${title.zh}：${size} 字节` : `${title.en}: ${size} ${size === 1 ? 'byte' : 'bytes'}`
  const cells = fields.map(({ size, label, isPadding = false }) => ({
    size,
    label: label[language],
    isPadding,
  }))
  return byteTable(cells, caption, language)
}

/** @returns one line for each option whose fields do not add up to its size */
export function checkOptions(checked: Readonly<Record<string, OptionForm>> = options): string[] {
  return Object.entries(checked).flatMap(([id, { size, fields }]) => {
    const sum = fields.reduce((sum, field) => sum + field.size, 0)
    return sum === size
      ? []
      : [`${placeOfKey('reference/options.ts', id)}: the fields of ${id} take ${sum} bytes, not ${size}`]
  })
}
