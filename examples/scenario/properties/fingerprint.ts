import type { World } from '../world.ts'

/** The state of a world, as text. Empties `machine.sent` first, which is output, not state. */
export function stateOf({ machine, reschedules }: World): string {
  machine.sent.length = 0
  return fingerprint([machine, reschedules])
}

/**
 * All state that can be reached from a value, as text: equal texts mean equal states. Functions and the steps of
 * sleeping workers are not compared: functions hold no state here, and the position of a worker cannot be read.
 */
export function fingerprint(value: unknown): string {
  const numbers = new Map<object, number>()
  const lines: string[] = []

  function describe(part: unknown): string {
    if (typeof part === 'function') return 'function'
    if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? 'undefined'
    const known = numbers.get(part)
    if (known !== undefined) return `#${known}`
    const number = numbers.size
    numbers.set(part, number)
    lines.push(
      `#${number} ${partsOf(part)
        .map(([key, held]) => `${describe(key)}: ${describe(held)}`)
        .join(', ')}`,
    )
    return `#${number}`
  }

  describe(value)
  return lines.join('\n')
}

function partsOf(whole: object): [unknown, unknown][] {
  if (whole instanceof Map) return [...whole]
  if (whole instanceof Set) return [...whole].map((item) => ['', item])
  if ('toArray' in whole && !Array.isArray(whole) && typeof whole.toArray === 'function' && 'push' in whole)
    return (whole.toArray() as unknown[]).map((item, i) => [i, item])
  return Object.entries(whole)
}
