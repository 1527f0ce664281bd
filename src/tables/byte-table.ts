import { type Language, textIn } from '../../reference/languages.ts'
import { breakable, type Content, element, type Markup } from '../notes/markup.ts'

/** A field of one or more bytes. */
export interface ByteField {
  size: number
  label: string
  /** A remark, for fields that are wide enough. */
  note?: string
  isPadding?: boolean
}

/** Bytes per row. */
const WIDTH = 4

const words = {
  zh: { offset: '偏移', bytes: (size: number) => `${size} 字节`, comma: '，' },
  en: { offset: 'offset', bytes: (size: number) => `${size} bytes`, comma: ', ' },
}

/**
 * Makes a table of fields: four bytes per row, each cell as wide as its bytes. A field of more than four bytes gets one
 * row.
 */
export function byteTable(fields: readonly ByteField[], caption: Content, language: Language): Markup {
  const titles = [textIn(words, language).offset, '+0', '+1', '+2', '+3']
  const head = titles.map((title) => element('th', { scope: 'col' }, title))
  return element(
    'table',
    { className: 'bytes' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, head)),
    element(
      'tbody',
      {},
      rowsOf(fields).map((row) => rowElement(row, language)),
    ),
  )
}

interface Row {
  offset: number
  /** In bytes: {@link WIDTH}, or more. */
  size: number
  cells: (ByteField & { span: number })[]
}

/** Divides fields into rows. A field that crosses the end of a row continues in the next one. */
export function rowsOf(fields: readonly ByteField[]): Row[] {
  const rows: Row[] = []
  let offset = 0
  for (const field of fields) {
    let left = field.size
    while (left > 0) {
      const column = offset % WIDTH
      const whole = column === 0 && left > WIDTH ? left - (left % WIDTH) : Math.min(left, WIDTH - column)
      const cell = { ...field, size: whole, span: Math.min(whole, WIDTH - column) }
      if (column === 0) rows.push({ offset, size: Math.max(whole, WIDTH), cells: [cell] })
      else rows.at(-1)?.cells.push(cell)
      offset += whole
      left -= whole
    }
  }
  return rows
}

function rowElement({ offset, size, cells }: Row, language: Language): Markup {
  const { bytes, comma } = textIn(words, language)
  const offsets = size > WIDTH ? `${offset}–${offset + size - 1}` : `${offset}`
  const data = cells.map(({ span, label, note, isPadding, size }) => {
    const properties = { colSpan: span, ...(isPadding && { className: 'bytes__unused' }) }
    const remark = [note, bytes(size)].filter(Boolean).join(comma)
    return element('td', properties, breakable(label), (note || size > WIDTH) && element('small', {}, remark))
  })
  return element('tr', {}, element('th', { scope: 'row' }, offsets), data)
}
