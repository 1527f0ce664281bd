import { expect, test } from 'vitest'
import { addPmEvent } from '../../fullmesh/address-event.ts'
import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'
import { type Event, withEvent } from './start.ts'

const inWords = ({ code, address, ifindex }: Event) =>
  `${code} ${address} on ${ifindex}`

/** The queue of the path manager after these events. */
function queued(events: readonly Event[]): string[] {
  const { namespace } = deviceNamed(
    boot({ eth0: [], wlan0: [] }),
    'eth0',
  )
  for (const event of events)
    addPmEvent(namespace, { ...event, lowPrio: false })
  return fmGetNs(namespace).events.map(inWords)
}

function answered(events: readonly Event[]): string[] {
  return events
    .reduce(
      (queue: Event[], event) => withEvent(queue, { ...event }),
      [],
    )
    .map(inWords)
}

const event = (
  code: Event['code'],
  address = '10.0.1.1',
  ifindex = 2,
): Event => ({ code, address, ifindex })

const cases: [word: string, events: Event[]][] = [
  ['later-code', [event('DEL'), event('ADD')]],
  ['later-code', [event('ADD'), event('DEL')]],
  ['other-device', [event('DEL'), event('ADD', '10.0.1.1', 3)]],
  [
    'keeps-place',
    [event('DEL'), event('ADD', '10.0.2.1', 3), event('ADD')],
  ],
  [
    'keeps-place',
    [event('ADD'), event('ADD', '10.0.2.1', 3), event('MOD')],
  ],
  [
    'del-goes-last',
    [event('ADD'), event('ADD', '10.0.2.1', 3), event('DEL')],
  ],
]

test('same-queue', () => {
  for (const [word, events] of cases)
    expect(answered(events), word).toEqual(queued(events))
  const all = (['ADD', 'DEL', 'MOD'] as const).flatMap((code) => [
    event(code),
    event(code, '10.0.1.1', 3),
    event(code, '10.0.2.1'),
  ])
  for (const first of all)
    for (const second of all)
      for (const third of all)
        expect(answered([first, second, third]), 'same-queue').toEqual(
          queued([first, second, third]),
        )
})
