import type { Language } from '../../reference/languages.ts'
import { breakable, type Content, element, type Markup } from '../notes/markup.ts'

/** Some bytes that belong together. */
export interface ByteField {
  size: number
  label: string
  /** What else to say, where there is room. */
  note?: string
  isPadding?: boolean
}

/** Bytes in a row. */
const WIDTH = 4

const words = {
  zh: { offset: '偏移', bytes: (size: number) => `${size} 字节` },
  en: { offset: 'offset', bytes: (size: number) => `${size} bytes` },
}

/**
 * Bytes as a table: four to a row, each cell as wide as its bytes. What is longer than a row gets one row of its own,
 * whatever its length.
 */
export function byteTable(fields: readonly ByteField[], caption: Content, language: Language): Markup {
  const head = [
    element('th', { scope: 'col' }, words[language].offset),
    ...Array.from({ length: WIDTH }, (_, byte) => element('th', { scope: 'col' }, `+${byte}`)),
  ]
  return element(
    'table',
    { className: 'bytes' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rowsOf(fields).map((row) => rowElement(row, language))),
  )
}

interface Row {
  offset: number
  /** Bytes of memory that the row stands for: {@link WIDTH}, or more. */
  size: number
  cells: (ByteField & { span: number })[]
}

/** Lays fields out in rows. A field that crosses the end of a row goes on in the next one. */
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
  const place = size > WIDTH ? `${offset}–${offset + size - 1}` : `${offset}`
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, place),
    ...cells.map(({ span, label, note, isPadding, size }) =>
      element(
        'td',
        { colSpan: span, ...(isPadding && { className: 'bytes__unused' }) },
        ...breakable(label),
        ...(note || size > WIDTH
          ? [
              element(
                'small',
                {},
                [note, words[language].bytes(size)].filter(Boolean).join(language === 'zh' ? '，' : ', '),
              ),
            ]
          : []),
      ),
    ),
  )
}
