import { counterparts } from '../../examples/reference/counterparts.ts'
import { type CSymbol, symbols } from '../../examples/reference/symbols.ts'
import { kernelFiles, rangeOf } from '../../reference/kernel-files.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { type Language, textIn } from '../../reference/languages.ts'
import {
  type Access,
  guards,
  type Layout,
  layouts,
  rangesIn,
  type StructField,
} from '../../reference/layouts.ts'
import {
  breakableCode,
  type Content,
  code,
  element,
  joined,
  link,
  type Markup,
  mdx,
  paragraph,
  plain,
  table,
} from '../notes/markup.ts'
import { placeOf } from '../notes/source-place.ts'
import { type ByteField, byteTable } from './byte-table.ts'

const all: readonly CSymbol[] = symbols

const words = {
  zh: {
    caption: (name: string, size: number) => `${name}：${size} 字节，每行 4 字节`,
    padding: '填充',
    head: ['字段', '用途'],
    bytes: (offset: number, size: number) => `偏移 ${offset}，${size} 字节`,
    bits: (bits: string) => `，第 ${bits} 位`,
    guard: '锁：',
    writes: '写：',
    reads: '读：',
    here: '模型：',
    file: (name: string) => `（${name}）`,
    none: '无对应。',
    between: '；',
    comma: '、',
    stop: '。',
  },
  en: {
    caption: (name: string, size: number) => `${name}: ${size} bytes, 4 per row`,
    padding: 'padding',
    head: ['field', 'purpose'],
    bytes: (offset: number, size: number) => `offset ${offset}, ${size} ${size === 1 ? 'byte' : 'bytes'}`,
    bits: (bits: string) => `, ${bits.includes('–') ? 'bits' : 'bit'} ${bits}`,
    guard: 'Lock: ',
    writes: 'Written by ',
    reads: 'Read by ',
    here: 'In the model: ',
    file: (name: string) => ` (${name})`,
    none: 'no counterpart. ',
    between: '; ',
    comma: ', ',
    stop: '. ',
  },
}

/** Makes the tables of a struct: its memory, four bytes per row, and the purpose of each field. */
export function structLayout(layout: Layout, language: Language): Markup[] {
  const { name, size, fields, file = fullmeshFile } = layout
  const [first, last] = rangeOf(kernelFiles[file], name) ?? [0, 0]
  const place = link(sourceUrl(file, first, last), placeName(file, first, last))
  const caption: Content = [element('span', {}, textIn(words, language).caption(name, size)), ' ', place]
  const { head } = textIn(words, language)
  return [
    byteTable(inBytes(layout, language), caption, language),
    table('fields', [head, ...fields.map((field) => row(layout, field, language))]),
  ]
}

/** Returns the bytes of a struct, padding included. Bit-fields of one byte share a cell. */
function inBytes({ fields, size }: Layout, language: Language): ByteField[] {
  const cells: ByteField[] = []
  let next = 0
  const padUpTo = (offset: number) => {
    if (offset > next)
      cells.push({ size: offset - next, label: textIn(words, language).padding, isPadding: true })
  }
  for (const { name, type, offset, size } of fields) {
    if (offset < next) {
      const shared = cells.at(-1)
      if (shared) shared.label += `, ${name}`
      continue
    }
    padUpTo(offset)
    cells.push({ size, label: name, ...(size > 4 && { note: type }) })
    next = offset + size
  }
  padUpTo(size)
  return cells
}

function row({ name: struct }: Layout, field: StructField, language: Language): Content[] {
  const { name, offset, size, bits, what, guard, writes, reads } = field
  const say = textIn(words, language)
  const where = say.bytes(offset, size) + (bits ? say.bits(bits) : '')
  const facts: Content[] = [
    guard && [say.guard, plain(textIn(guards[guard], language)), say.stop],
    writes && [say.writes, accesses(writes, language), say.stop],
    reads && [say.reads, accesses(reads, language), say.stop],
    inModel(`${struct}.${name}`, language),
  ]
  return [
    [breakableCode(name), element('small', {}, breakableCode(field.type)), element('small', {}, where)],
    [paragraph(mdx(textIn(what, language))), element('small', {}, facts)],
  ]
}

function accesses(list: readonly Access[], language: Language): Content[] {
  return joined(
    textIn(words, language).between,
    list.map(([name, lines]): Content => {
      const places = rangesIn(lines).map(([first, last]) => lineLink(first, last))
      return [code(name), ' ', joined(textIn(words, language).comma, places)]
    }),
  )
}

/** Makes a link to lines of the C file: `118–137`. */
function lineLink(first: number, last = first): Markup {
  const text = first === last ? `${first}` : `${first}–${last}`
  return element(
    'a',
    { className: 'c-line', href: sourceUrl(fullmeshFile, first, first === last ? undefined : last) },
    text,
  )
}

/** Names the counterpart of the field in TypeScript. */
function inModel(name: string, language: Language): Content[] {
  const entry = counterparts[name as keyof typeof counterparts]
  if (!entry) return []
  const say = textIn(words, language)
  if ('because' in entry) return [say.here, say.none, textIn(entry.because, language)]
  return [say.here, code(entry.name), say.file(entry.file)]
}

/**
 * Checks the layouts against themselves and against the table of symbols; `src/c-line` checks their lines.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkLayouts(checked: Readonly<Record<string, Layout>> = layouts): string[] {
  return Object.values(checked).flatMap((layout) => {
    const problems: string[] = []
    const place = placeOf('reference/layouts.ts', `name: '${layout.name}'`)
    const complain = (what: string) => problems.push(`${place}: ${layout.name}: ${what}`)
    let next = 0
    for (const { name, offset, size, bits } of layout.fields) {
      if (offset < next && !bits) complain(`${name} begins at ${offset}, inside of what ends at ${next}`)
      next = Math.max(next, offset + size)
    }
    if (next > layout.size) complain(`its fields end at ${next}, it ends at ${layout.size}`)
    const listed = new Set(layout.fields.map(({ name }) => `${layout.name}.${name}`))
    for (const { name } of all) {
      if (name.startsWith(`${layout.name}.`) && !listed.has(name)) complain(`there is no field for "${name}"`)
    }
    return problems
  })
}
