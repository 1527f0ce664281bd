import { familyOf, inFull } from '../../../examples/kernel/inet.ts'
import { idsIn, LENGTH, OPTION_SPACE } from '../../../examples/kernel/options.ts'
import type { Text } from '../../../reference/languages.ts'
import { options as forms, type OptionForm } from '../../../reference/options.ts'
import type { SentSegment } from '../../recorder/recording.ts'

/** A named field of an option. Bytes that the model does not have are undefined. */
interface Field {
  label: Text
  bytes: (number | undefined)[]
}

/** An option of a segment. */
interface SentOption {
  /** `ADD_ADDR(3,10.0.2.1)` */
  name: string
  fields: Field[]
}

type Bytes = Field['bytes']

const MPTCP = 30
const NOP = 1

/**
 * Returns the TCP options of a segment, byte by byte, in the order of the header: tcp_options_write(),
 * mptcp_options_write(). Together they have `options.size` bytes.
 */
export function sentOptions({ segment, version, before, options }: SentSegment): SentOption[] {
  const { join, dss, addAddr, removeAddrs, prio } = options
  return [
    ...(before > 0 ? [otherOptions(Math.min(before, OPTION_SPACE))] : []),
    ...(join ? [ofForm('MP_JOIN', forms['join-ack'], [0x10, 0])] : []),
    ...(addAddr ? [addAddrOption(addAddr, version)] : []),
    ...(removeAddrs ? [removeAddrOption(idsIn(removeAddrs & 0xffff))] : []),
    ...(dss ? [dssOption(segment)] : []),
    ...(prio === undefined
      ? []
      : [ofForm(`MP_PRIO(${Number(prio)})`, forms['mp-prio'], [0x50 | Number(prio), NOP], 3)]),
  ]
}

function addAddrOption(
  { id, address }: NonNullable<SentSegment['options']['addAddr']>,
  version: SentSegment['version'],
): SentOption {
  const ip = familyOf(address) === 'v4' ? 4 : 6
  const known = [0x30 | ip, id, ...addressBytes(address)]
  return ofForm(`ADD_ADDR(${id},${address})`, forms[`add-addr${ip}-v${version}`], known)
}

function removeAddrOption(ids: number[]): SentOption {
  const [kind, , subtype] = forms['remove-addr'].fields
  const length = 3 + ids.length
  return {
    name: `REMOVE_ADDR(${ids})`,
    fields: [
      { label: kind.label, bytes: [MPTCP] },
      { label: { zh: `长度 ${length}`, en: `length ${length}` }, bytes: [length] },
      { label: subtype.label, bytes: [0x40] },
      ...ids.map((id) => ({ label: { zh: `ID ${id}`, en: `id ${id}` }, bytes: [id] })),
      ...padding(-length & 3),
    ],
  }
}

/** A pure ACK has only a DATA_ACK; data also has a mapping. */
function dssOption(segment: SentSegment['segment']): SentOption {
  return segment === 'ack'
    ? ofForm('DSS', forms['dss-ack'], [0x20, 1])
    : ofForm('DSS', forms['dss-mapping'], [0x20])
}

/** Splits the known bytes of an option into the fields of its form. */
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

/** The options before those of MPTCP: 12 bytes are timestamps. */
function otherOptions(size: number): SentOption {
  const field = (label: Text, bytes: Bytes): Field => ({ label, bytes })
  if (size !== LENGTH.timestamps) {
    return {
      name: '…',
      fields: [field({ zh: '其他选项', en: 'other options' }, Array.from({ length: size }))],
    }
  }
  return {
    name: 'timestamps',
    fields: [
      ...padding(2),
      field({ zh: '类型 8', en: 'kind 8' }, [8]),
      field({ zh: '长度 10', en: 'length 10' }, [10]),
      field({ zh: 'TSval', en: 'TSval' }, Array.from({ length: 4 })),
      field({ zh: 'TSecr', en: 'TSecr' }, Array.from({ length: 4 })),
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
