/**
 * Something was asked of the machine that cannot be: an unknown device, a socket released twice. It is thrown
 * before anything has changed, and its message says what was wrong and what would be right.
 */
export class Invalid extends Error {}

/**
 * `no device "eth9" (devices: eth0, wlan0)`: what is missing, and what there is.
 *
 * @param plural of the kind, where an "s" does not make it
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
