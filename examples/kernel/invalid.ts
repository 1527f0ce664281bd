/**
 * The request is invalid: an unknown device, a socket released twice. It is thrown before anything has changed, and its
 * message says what is wrong and what would be right.
 */
export class Invalid extends Error {}

/**
 * The error for an unknown name, with the names that exist: `no device "eth9" (devices: eth0, wlan0)`.
 *
 * @param plural of the kind, if it is not the kind with an "s"
 */
export function unknown(
  kind: string,
  name: string,
  existing: Iterable<string>,
  plural: string = `${kind}s`,
): Invalid {
  const known = [...existing]
  const some = known.length > 24 ? [...known.slice(0, 24), '…'] : known
  return new Invalid(`no ${kind} "${name}" (${plural}: ${some.join(', ') || 'none'})`)
}
