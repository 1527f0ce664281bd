/**
 * Internet addresses, as text in their canonical form (dotted quads for IPv4, RFC 5952 for IPv6), so that equal
 * addresses are equal strings.
 */

/** The two address families, AF_INET and AF_INET6. */
export type Family = 'v4' | 'v6'

/** Both families, in the order in which the kernel always handles them. */
export const FAMILIES: readonly Family[] = ['v4', 'v6']

/** The unspecified address: INADDR_ANY and `in6addr_any`. */
export const ANY = { v4: '0.0.0.0', v6: '::' } as const

/** Address and port of one end of a connection. */
export interface Endpoint {
  address: string
  /** 0 to 65535. */
  port: number
}

/** The family of an address. */
export function familyOf(address: string): Family {
  return address.includes(':') ? 'v6' : 'v4'
}

/** The canonical form of an address; undefined if the text is not an address. */
export function parseAddress(text: string): string | undefined {
  if (V4.test(text)) return text
  const groups = parseV6(text)
  return groups && formatV6(groups)
}

/** Reads `10.0.1.1:80`, `[fd00::1]:80`, or an address without a port, which gets port 0; undefined for other text. */
export function parseEndpoint(text: string): Endpoint | undefined {
  const [, v6, v4, digits] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(text) ?? []
  const address = parseAddress(v6 ?? v4 ?? text)
  const port = Number(digits ?? 0)
  if (address === undefined || port > 0xffff) return undefined
  return v6 !== undefined && familyOf(address) === 'v4' ? undefined : { address, port }
}

/** `10.0.1.1:80` or `[fd00::1]:80`. */
export function formatEndpoint(address: string, port: number): string {
  return `${bracketed(address)}:${port}`
}

/** An IPv6 address in brackets, an IPv4 address as it is. */
export function bracketed(address: string): string {
  return familyOf(address) === 'v6' ? `[${address}]` : address
}

/** All eight groups of an IPv6 address, four digits each, as printk's `%pI6` writes them. */
export function inFull(address: string): string {
  const groups = parseV6(address) ?? []
  return groups.map((group) => group.toString(16).padStart(4, '0')).join(':')
}

/** 127.0.0.0/8 or ::1. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

/** fe80::/10. */
export function isLinkLocal(address: string): boolean {
  return /^fe[89ab][0-9a-f]:/.test(address)
}

/** ::ffff:0:0/96: an IPv4 address, as an IPv6 socket shows it. */
export function isV4Mapped(address: string): boolean {
  return address.startsWith('::ffff:') && address.includes('.')
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'

/** Four numbers from 0 to 255, without leading zeros. */
const V4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)

/** The eight 16-bit groups of an IPv6 address. */
function parseV6(text: string): number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half, i) => parseGroups(half, i === halves.length - 1))
  if (!head || (halves.length === 2 && !tail)) return undefined
  if (!tail) return head.length === 8 ? head : undefined
  const missing = 8 - head.length - tail.length
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...tail]
}

/** Colon-separated groups. At the end of an address the last two may be written as a dotted quad. */
function parseGroups(text: string, atEnd: boolean): number[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const quad = atEnd && text.includes('.') ? parts.pop() : undefined
  const groups: number[] = []
  for (const part of parts) {
    if (!/^[0-9a-f]{1,4}$/i.test(part)) return undefined
    groups.push(Number.parseInt(part, 16))
  }
  if (quad === undefined) return groups
  if (!V4.test(quad)) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = quad.split('.').map(Number)
  return [...groups, (a << 8) | b, (c << 8) | d]
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
function formatV6(groups: readonly number[]): string {
  let start = 0
  let length = 1
  let zeros = 0
  for (let i = 0; i < 8; i++) {
    zeros = groups[i] === 0 ? zeros + 1 : 0
    if (zeros > length) {
      start = i + 1 - zeros
      length = zeros
    }
  }
  if (start === 0 && length === 5 && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6)
    return `::ffff:${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  }
  const hex = groups.map((group) => group.toString(16))
  if (length < 2) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}
