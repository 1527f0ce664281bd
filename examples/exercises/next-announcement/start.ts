/** The session and the segment, when the options of the segment are built. */
interface Situation {
  /** `loc4_bits`: the slots that hold an address. */
  valid: number
  /** `announced_addrs_v4`: the slots whose address has been announced. */
  announced: number
  /** Bytes of options that the segment has already. */
  size: number
}

/** Returns the slot of the IPv4 address to announce; undefined for none. */
export function slotToAnnounce(
  situation: Situation,
): number | undefined {
  for (let slot = 0; slot < 8; slot++) {
    if (situation.valid & (1 << slot)) return slot
  }
  return undefined
}
