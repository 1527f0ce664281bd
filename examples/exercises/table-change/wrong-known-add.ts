// Fails with: known-add
type Code = 'ADD' | 'DEL' | 'MOD'

/** What the address worker finds in the table for an event. */
interface Found {
  /** The address is in the table. */
  known: boolean
  /** Its backup flag in the table is that of the event. */
  sameFlag: boolean
  /** All eight slots of the family are in use. */
  full: boolean
}

/** Returns the event for the sessions; undefined: the table does not change. */
export function eventForSessions(
  code: Code,
  found: Found,
): Code | undefined {
  if (code === 'DEL') return found.known ? 'DEL' : undefined
  if (found.known) return found.sameFlag ? undefined : 'MOD'
  return found.full ? undefined : 'ADD'
}
