import { expect, test } from 'vitest'
import { LENGTH, removeAddrLength } from '../../examples/kernel/options.ts'
import { options } from '../../reference/options.ts'
import { checkOptions } from './options.ts'

test('the options take as many bytes as the model counts for them', () => {
  expect(options['join-ack'].size).toBe(LENGTH.joinAck)
  expect(options['dss-ack'].size).toBe(LENGTH.dss.ack)
  expect(options['dss-mapping'].size).toBe(LENGTH.dss.mapping)
  expect([options['add-addr4-v0'].size, options['add-addr4-v1'].size]).toEqual(LENGTH.addAddr.v4)
  expect([options['add-addr6-v0'].size, options['add-addr6-v1'].size]).toEqual(LENGTH.addAddr.v6)
  expect(options['remove-addr'].size).toBe(removeAddrLength(3))
  expect(options['mp-prio'].size).toBe(LENGTH.prio)
})

test('the bytes of an option add up, or its place is reported', () => {
  expect(checkOptions()).toEqual([])
  expect(checkOptions({ 'mp-prio': { ...options['mp-prio'], size: 3 } })).toEqual([
    expect.stringMatching(/^reference\/options\.ts:\d\d\d?: the fields of mp-prio take 4 bytes, not 3$/),
  ])
})
