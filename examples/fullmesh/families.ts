import type { Family } from '../kernel/inet.ts'
import { isLinkLocal, isLoopback } from '../kernel/inet.ts'
import { type InterfaceAddress, SCOPE } from '../kernel/netdevice.ts'
import type { Session } from '../kernel/session.ts'
import type { Subflow } from '../kernel/subflow.ts'
import type { Remote } from './structures.ts'

/**
 * What the IPv4 code and the IPv6 code of the C file, written twice and
 * almost alike, do not do alike.
 */
export interface FamilyDifferences {
  /**
   * The address id of slot 0; the slots after it count on. Id 8 is given
   * twice: to the last IPv4 slot and to the first IPv6 one.
   */
  readonly firstId: number
  /**
   * Where the first address of a namespace goes: IPv4 leaves slot 0 for
   * last.
   */
  readonly firstSlot: number
  /** Which interface addresses MPTCP has no use for. */
  ignores(address: InterfaceAddress): boolean
  /** Whether addresses of this family matter to a session. */
  isUsedBy(session: Session): boolean
  /**
   * Whether an announcement with the id of a known remote address replaces
   * it: with IPv4, a new port alone does not.
   */
  isRenewed(known: Remote, address: string): boolean
  /**
   * Which subflows hear that an address changed its backup flag: with IPv6,
   * those of every other address.
   */
  hearsOfChange(subflow: Subflow, address: string): boolean
}

export const differences: Record<Family, FamilyDifferences> = {
  v4: {
    firstId: 1,
    firstSlot: 1,
    ignores: ({ address, scope }) =>
      scope > SCOPE.link || isLoopback(address),
    isUsedBy: ({ family, ipv6Only }) => family === 'v4' || !ipv6Only,
    isRenewed: (known, address) => known.address !== address,
    hearsOfChange: ({ source }, address) => source === address,
  },
  v6: {
    firstId: 8,
    firstSlot: 0,
    ignores: ({ address, scope }) =>
      scope > SCOPE.link ||
      address === '::' ||
      isLoopback(address) ||
      isLinkLocal(address),
    isUsedBy: ({ family }) => family === 'v6',
    isRenewed: () => true,
    // Quirk: the comparison is the wrong way round, and v4-mapped subflows
    // are not left out.
    hearsOfChange: ({ family, source }, address) =>
      family === 'v6' && source !== address,
  },
}
