import type { Text } from './languages.ts'

/** A field of an option. Its size is in bytes. */
export interface OptionField {
  readonly size: number
  readonly label: Text
  readonly isPadding?: true
}

/** One form of a TCP option, padding included. */
export interface OptionForm {
  readonly title: Text
  /** Size in the header, in bytes: a multiple of 4. */
  readonly size: number
  readonly fields: readonly OptionField[]
}

const same = (name: string): Text => ({ zh: name, en: name })
const byte = (label: Text): OptionField => bytes(1, label)
const bytes = (size: number, label: Text): OptionField => ({ size, label })
const nops = (size: number): OptionField => ({ ...bytes(size, same('NOP')), isPadding: true })

/** Returns the first three bytes of every MPTCP option: kind, length, subtype. */
const start = (length: number, subtype: number, low: Text): OptionField[] => [
  byte({ zh: '类型 30', en: 'kind 30' }),
  byte({ zh: `长度 ${length}`, en: `length ${length}` }),
  { size: 1, label: { zh: `子类型 ${subtype} / ${low.zh}`, en: `subtype ${subtype} / ${low.en}` } },
]
const reserved: Text = { zh: '保留', en: 'reserved' }
const version = (ip: 4 | 6): Text => ({ zh: `IP 版本 ${ip}`, en: `IP version ${ip}` })
const id = byte({ zh: '地址 ID', en: 'address id' })

/** The options that this path manager causes, by name and version, as this kernel tree writes them. */
export const options = {
  'join-ack': {
    title: {
      zh: 'MP_JOIN，握手的第三个报文段（ACK）',
      en: 'MP_JOIN on the third segment of the handshake (an ACK)',
    },
    size: 24,
    fields: [
      ...start(24, 1, reserved),
      byte(same('0')),
      bytes(20, { zh: 'HMAC-SHA1，完整的 160 位', en: 'HMAC-SHA1, all 160 bits' }),
    ],
  },
  'dss-ack': {
    title: { zh: 'DSS，只含 DATA_ACK', en: 'DSS with only a DATA_ACK' },
    size: 8,
    fields: [...start(8, 2, reserved), byte({ zh: '标志 A', en: 'flag A' }), bytes(4, same('DATA_ACK'))],
  },
  'dss-mapping': {
    title: { zh: 'DSS，DATA_ACK 与映射', en: 'DSS with a DATA_ACK and a mapping' },
    size: 20,
    fields: [
      ...start(20, 2, reserved),
      byte({ zh: '标志 A M F', en: 'flags A M F' }),
      bytes(4, same('DATA_ACK')),
      bytes(4, { zh: '数据序号', en: 'data sequence number' }),
      bytes(4, { zh: '子流序号', en: 'subflow sequence number' }),
      bytes(2, { zh: '数据长度', en: 'data length' }),
      bytes(2, { zh: '校验和', en: 'checksum' }),
    ],
  },
  'add-addr4-v0': {
    title: { zh: 'ADD_ADDR，IPv4，版本 0', en: 'ADD_ADDR, IPv4, version 0' },
    size: 8,
    fields: [...start(8, 3, version(4)), id, bytes(4, { zh: 'IPv4 地址', en: 'IPv4 address' })],
  },
  'add-addr4-v1': {
    title: { zh: 'ADD_ADDR，IPv4，版本 1', en: 'ADD_ADDR, IPv4, version 1' },
    size: 16,
    fields: [
      ...start(16, 3, version(4)),
      id,
      bytes(4, { zh: 'IPv4 地址', en: 'IPv4 address' }),
      bytes(8, { zh: 'HMAC-SHA1 的前 8 字节', en: 'HMAC-SHA1, the first 8 bytes' }),
    ],
  },
  'add-addr6-v0': {
    title: { zh: 'ADD_ADDR，IPv6，版本 0', en: 'ADD_ADDR, IPv6, version 0' },
    size: 20,
    fields: [...start(20, 3, version(6)), id, bytes(16, { zh: 'IPv6 地址', en: 'IPv6 address' })],
  },
  'add-addr6-v1': {
    title: { zh: 'ADD_ADDR，IPv6，版本 1', en: 'ADD_ADDR, IPv6, version 1' },
    size: 28,
    fields: [
      ...start(28, 3, version(6)),
      id,
      bytes(16, { zh: 'IPv6 地址', en: 'IPv6 address' }),
      bytes(8, { zh: 'HMAC-SHA1 的前 8 字节', en: 'HMAC-SHA1, the first 8 bytes' }),
    ],
  },
  'remove-addr': {
    title: { zh: 'REMOVE_ADDR，三个地址 ID', en: 'REMOVE_ADDR with three address ids' },
    size: 8,
    fields: [
      ...start(6, 4, reserved),
      byte({ zh: 'ID 1', en: 'id 1' }),
      byte({ zh: 'ID 3', en: 'id 3' }),
      byte({ zh: 'ID 4', en: 'id 4' }),
      nops(2),
    ],
  },
  'mp-prio': {
    title: { zh: 'MP_PRIO', en: 'MP_PRIO' },
    size: 4,
    fields: [...start(3, 5, { zh: '备用位 B', en: 'backup bit B' }), nops(1)],
  },
} as const satisfies Record<string, OptionForm>
