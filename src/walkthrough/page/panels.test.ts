import { expect, test } from 'vitest'
import type { Change } from '../../recorder/diff.ts'
import type { Step } from '../../recorder/recording.ts'
import { nothing } from '../../recorder/state.ts'
import { wordsIn } from '../words.ts'
import { logHtml, stateHtml } from './panels.ts'

test('a line of the log that ends with an error number has the name of the error', () => {
  const log = ['[500] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -101', '[500] close c1/1']
  expect(logHtml({ log, added: 1 } as Step, wordsIn('en'))).toBe(
    '<ol><li><code>[500] join c1/1: 10.0.2.1 id=3 if=3 -&#62; 10.9.1.1:80 id=0 = ' +
      '<span class="error-number" data-name="ENETUNREACH">-101</span></code></li>' +
      '<li><mark class="walk__changed"><code>[500] close c1/1</code></mark></li></ol>',
  )
})

test('the state is escaped, since edited code may have changed it', () => {
  const i = '<i>' as never
  const remote = { address: i, port: i, id: i, bitfield: 1, retryBitfield: i }
  const remotes = { bits: 0, slots: { [i]: remote } }
  const local = { bits: 0, next: i, slots: { [i]: { address: i, id: i, lowPrio: true, ifindex: i } } }
  const subflow = { source: i, destination: i, destinationPort: i, localId: i, remoteId: i, state: i }
  const after = {
    time: i,
    namespaces: { [i]: { local: { v4: local, v6: local }, events: [[i, i, i]] } },
    sessions: {
      [i]: {
        ...{
          version: i,
          pathManager: i,
          dead: i,
          mutex: i,
          owned: i,
          deferred: i,
          socketRefs: i,
          controlRefs: i,
        },
        private: {
          ...{ remotes: { v4: remotes, v6: remotes }, announced: { v4: i, v6: i } },
          ...{ addAddr: i, removeAddrs: i, firstPair: i },
        },
        subflows: { [i]: subflow },
      },
    },
    queue: { ready: [i], asleep: [i], timers: { [i]: i } },
  }
  const step = { changes: [], before: after, after } as unknown as Step
  expect(stateHtml(step, wordsIn('en'))).not.toContain('<i>')
})

test('the value that a step changed is marked, and all values in it', () => {
  const queue = { ready: ['subflow_work(c1)'], asleep: [], timers: {} }
  const after = { ...nothing, time: 500, queue }
  const marked = (...changes: Change[]) =>
    stateHtml({ changes, before: nothing, after } as unknown as Step, wordsIn('en')).match(
      /<mark.*?<\/mark>/g,
    )
  expect(marked([['time'], 500])).toEqual(['<mark class="walk__changed">500 ms</mark>'])
  expect(marked([['queue', 'ready'], queue.ready])).toEqual([
    '<mark class="walk__changed"><code>subflow_work(c1)</code></mark>',
  ])
  expect(marked([['queue'], { ...queue }])).toHaveLength(2)
})
