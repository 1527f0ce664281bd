import { type Family, isLinkLocal, isLoopback } from '../kernel/inet.ts'
import { type InterfaceAddress, SCOPE } from '../kernel/netdevice.ts'
import type { Session } from '../kernel/session.ts'
import type { Subflow } from '../kernel/subflow.ts'
import type { Remote } from './structures.ts'

/**
 * The C file has most of its code twice, once for IPv4 and once for IPv6.
 * These are the differences between the two.
 */
export interface FamilyDifferences {
  /**
   * The address id of slot 0; slot `n` has this plus `n`. Two slots have id
   * 8: the last of IPv4 and the first of IPv6.
   */
  readonly firstId: number
  /**
   * The slot of the first address of a namespace: IPv4 uses slot 0 last.
   */
  readonly firstSlot: number
  /** Whether MPTCP ignores an address of an interface. */
  ignores(address: InterfaceAddress): boolean
  /** Whether a session uses addresses of this family. */
  isUsedBy(session: Session): boolean
  /**
   * Whether an announcement with the id of a known remote address replaces
   * that address. IPv4: not if only the port is new.
   */
  isReplaced(known: Remote, address: string): boolean
  /**
   * Whether a subflow gets the new backup flag of an address. IPv4: the
   * subflows from this address. IPv6: the subflows from any different
   * address (a quirk).
   */
  getsBackupFlag(subflow: Subflow, address: string): boolean
}

/** The differences, by family. */
export const differences: Record<Family, FamilyDifferences> = {
  v4: {
    firstId: 1,
    firstSlot: 1,
    ignores: ({ address, scope }) =>
      scope > SCOPE.link || isLoopback(address),
    isUsedBy: ({ family, ipv6Only }) => family === 'v4' || !ipv6Only,
    isReplaced: (known, address) => known.address !== address,
    getsBackupFlag: ({ source }, address) => source === address,
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
    isReplaced: () => true,
    // Quirk: C compares for "not equal" here, and v4-mapped subflows are
    // included.
    getsBackupFlag: ({ family, source }, address) =>
      family === 'v6' && source !== address,
  },
}
