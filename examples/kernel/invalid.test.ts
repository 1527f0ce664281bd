import { expect, test } from 'vitest'
import { unknown } from './invalid.ts'

test('what is missing is named with all there is', () => {
  expect(unknown('device', 'eth9', ['eth0', 'wlan0']).message).toBe('no device "eth9" (devices: eth0, wlan0)')
})

test('that there is nothing at all is said too', () => {
  expect(unknown('session', 'c1', []).message).toBe('no session "c1" (sessions: none)')
})

test('a kind may have a plural of its own', () => {
  expect(unknown('address', '10.0.9.9', ['10.0.1.1'], 'addresses').message).toBe(
    'no address "10.0.9.9" (addresses: 10.0.1.1)',
  )
})

test('a long list is cut, so that the message stays a line', () => {
  const names = Array.from({ length: 1000 }, (_, i) => `c${i}`)

  expect(unknown('session', 'x', names).message).toMatch(/^no session "x" \(sessions: c0, c1, .*, c23, …\)$/)
})
