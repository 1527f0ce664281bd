import { expect, test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('order-of-pairs', () => {
  const pairs = run()
  const given = [answer ?? []]
    .flat()
    .map((line) => line.replace(/\s*(->|→)\s*/, ' -> '))
  const wrong = [...pairs, ...given].findIndex(
    (_, index) => pairs[index] !== given[index],
  )
  const reason = overlooked(pairs, given, wrong)
  const message = `${reason} ${wrong}/${pairs.length}`
  if (wrong >= 0)
    expect(given.slice(0, wrong + 1), message).toEqual(
      pairs.slice(0, wrong + 1),
    )
})

/** Says what the line overlooks that is the first wrong one. */
function overlooked(
  pairs: string[],
  given: string[],
  wrong: number,
): string {
  const line = given[wrong]
  if (line === undefined) return 'all-pairs'
  if (line === '10.0.2.1 -> 10.9.1.1') return 'initial-pair'
  if (!pairs.includes(line) || given.indexOf(line) < wrong)
    return 'a-pair'
  if (!given.includes('10.0.2.1 -> 10.9.2.1')) return 'own-address-too'
  const [remote] = pairs[wrong]?.split(' -> ').slice(1) ?? []
  return line.endsWith(` ${remote}`) ? 'lowest-slot' : 'remote-first'
}
