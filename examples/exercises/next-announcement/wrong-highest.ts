// Fails with: lowest-first
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
  const { valid, announced, size } = situation
  if (size + 8 > 40) return undefined
  for (let slot = 7; slot >= 0; slot--) {
    if (valid & ~announced & (1 << slot)) return slot
  }
  return undefined
}
