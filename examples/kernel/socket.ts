import { ANY, type Family, familyOf } from './inet.ts'

/** The fields that a meta socket and a subflow share. */
export interface Socket {
  /** `sk_family`. An IPv6 socket can carry IPv4, as a v4-mapped one; then its addresses are IPv4. */
  readonly family: Family
  /** The local address; {@link ANY} if it has none yet. */
  readonly source: string
  readonly destination: string
  readonly destinationPort: number
  /** `sk_bound_dev_if`: the index of the only interface it may use; 0 for any. */
  readonly boundDevice: number
}

/** The family of the packets. For a v4-mapped socket it differs from the family of the socket. */
export function networkFamily(socket: Socket): Family {
  return familyOf(socket.source)
}

/** `inet_saddr` and `inet_daddr`: the IPv4 addresses; 0.0.0.0 for a socket that carries IPv6. */
export function inetAddresses(socket: Socket): { source: string; destination: string } {
  return networkFamily(socket) === 'v4' ? socket : { source: ANY.v4, destination: ANY.v4 }
}
