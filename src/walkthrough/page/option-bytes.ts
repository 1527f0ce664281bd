import { familyOf, inFull } from '../../../examples/kernel/inet.ts'
import { LENGTH, type Version } from '../../../examples/kernel/options.ts'
import { options as forms, type OptionForm } from '../../../reference/options.ts'
import type { Text } from '../../../reference/text.ts'

/** Some bytes of an option that have a name. What the model does not know of them is undefined. */
export interface Field {
  label: Text
  bytes: (number | undefined)[]
}

/** An option of a segment. */
export interface SentOption {
  /** `ADD_ADDR(3,10.0.2.1)` */
  name: string
  fields: Field[]
}

/** A segment, or the question how long one would be, as a line of the log tells it. */
export interface Segment {
  /** `c1/0` */
  subflow: string
  isProbe: boolean
  /** Bytes of options. */
  size: number
  /** In the order in which they stand in the header: tcp_options_write(), mptcp_options_write(). */
  options: SentOption[]
}

type Bytes = Field['bytes']

const MPTCP = 30
const NOP = 1

/**
 * The segment that a line of the log tells of, if it does.
 *
 * A line tells neither the version nor, of what others than the path manager send, whether there is data in it.
 *
 * @param versionOf the MPTCP version of a session
 * @param statement what had it sent: `transmit(c1, 'data')`, `tx c1 0 ack 12`
 */
export function segmentIn(
  line: string,
  versionOf: (session: string) => Version,
  statement: string,
): Segment | undefined {
  const [, verb, subflow = '', names = '', length] =
    /^\[\d+\] (ack|tx|probe) (\S+): (.*?) ?size=(\d{1,3})$/.exec(line) ?? []
  if (!verb) return undefined
  const size = Number(length)
  const version = versionOf(subflow.split('/')[0] ?? '')
  const mptcp = names
    .split(' ')
    .filter(Boolean)
    .map((name) => mptcpOption(name, version, dssOf(verb, statement)))
  const rest = size - sizeOf(mptcp)
  const others = rest > 0 ? [otherOptions(rest)] : []
  const rank = ({ name }: SentOption) => order.findIndex((start) => name.startsWith(start))
  return {
    subflow,
    isProbe: verb === 'probe',
    size,
    options: [...others, ...mptcp.sort((a, b) => rank(a) - rank(b))],
  }
}

/** What a DSS has in it, if that can be known. What a probe asks about is a segment with data. */
function dssOf(verb: string, statement: string): 'ack' | 'mapping' | undefined {
  if (verb !== 'tx') return verb === 'ack' ? 'ack' : 'mapping'
  if (/\back\b/.test(statement)) return 'ack'
  return /\bdata\b/.test(statement) ? 'mapping' : undefined
}

const order = ['MP_JOIN', 'ADD_ADDR', 'REMOVE_ADDR', 'DSS', 'MP_PRIO']

/** @param dss what a DSS has in it, if that is known */
function mptcpOption(name: string, version: Version, dss: 'ack' | 'mapping' | undefined): SentOption {
  const [what = '', first = '', ...more] = name.split(/[(),]/)
  if (what === 'MP_JOIN') return ofForm(name, forms['join-ack'], [0x10, 0])
  if (what === 'DSS' && dss)
    return ofForm(name, forms[`dss-${dss}` as const], dss === 'ack' ? [0x20, 1] : [0x20])
  if (what === 'DSS') return { name, fields: [] }
  if (what === 'MP_PRIO') return ofForm(name, forms['mp-prio'], [0x50 | Number(first), NOP], 3)
  if (what === 'ADD_ADDR') {
    const address = more[0] ?? ''
    const isV4 = familyOf(address) === 'v4'
    const form = forms[`add-addr${isV4 ? 4 : 6}-v${version}` as const]
    return ofForm(name, form, [0x30 | (isV4 ? 4 : 6), Number(first), ...addressBytes(address)])
  }
  const ids = [first, ...more].filter(Boolean).map(Number)
  const [kind, , subtype] = forms['remove-addr'].fields
  const length = 3 + ids.length
  return {
    name,
    fields: [
      { label: kind.label, bytes: [MPTCP] },
      { label: { zh: `长度 ${length}`, en: `length ${length}` }, bytes: [length] },
      { label: subtype.label, bytes: [0x40] },
      ...ids.map((id) => ({ label: { zh: `标识 ${id}`, en: `id ${id}` }, bytes: [id] })),
      ...padding(-length & 3),
    ],
  }
}

/** Cuts what is known of an option into the fields of its form. */
function ofForm(name: string, { size, fields }: OptionForm, known: Bytes, length = size): SentOption {
  const bytes: Bytes = [MPTCP, length, ...known]
  let at = 0
  return {
    name,
    fields: fields.map(({ size, label }) => {
      at += size
      return { label, bytes: Array.from({ length: size }, (_, index) => bytes[at - size + index]) }
    }),
  }
}

function sizeOf(options: SentOption[]): number {
  return options.flatMap(({ fields }) => fields).reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** What was in the header before MPTCP: timestamps, or what a scenario says there is. */
function otherOptions(size: number): SentOption {
  const field = (zh: string, en: string, bytes: Bytes): Field => ({ label: { zh, en }, bytes })
  if (size !== LENGTH.timestamps) {
    const bytes: Bytes = Array.from({ length: size })
    return { name: '…', fields: [field('其他选项', 'other options', bytes)] }
  }
  return {
    name: 'timestamps',
    fields: [
      ...padding(2),
      field('类型 8', 'kind 8', [8]),
      field('长度 10', 'length 10', [10]),
      field('TSval', 'TSval', Array.from({ length: 4 })),
      field('TSecr', 'TSecr', Array.from({ length: 4 })),
    ],
  }
}

function padding(count: number): Field[] {
  return Array.from({ length: count }, () => ({ label: { zh: 'NOP', en: 'NOP' }, bytes: [NOP] }))
}

function addressBytes(address: string): number[] {
  if (familyOf(address) === 'v4') return address.split('.').map(Number)
  return inFull(address)
    .split(':')
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
}
