/**
 * The error for an invalid request, such as an unknown device. It is thrown before anything has changed. Its message
 * names what is wrong and what would be right.
 */
export class Invalid extends Error {}

/**
 * The error for an unknown name, with the names that exist: `no device "eth9" (devices: eth0, wlan0)`.
 *
 * @param plural the plural of `kind`, if it is irregular
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
