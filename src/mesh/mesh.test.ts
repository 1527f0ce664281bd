import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { nothing } from '../recorder/nothing.ts'
import type { State } from '../recorder/state.ts'
import { describeMesh } from './describe.ts'
import { crosses, type Line, labelsOf, layoutOf, type Point, shiftOf } from './layout.ts'
import { MeshPicture } from './Mesh.tsx'
import { meshOf, withPort } from './mesh.ts'
import { meshWords } from './words.ts'

const noTable = { bits: 0, next: 0, slots: {} }
const noRemotes = { bits: 0, slots: {} }
const subflow = (source: string, destination: string, state = 'ESTABLISHED') => ({
  ...{ state, source, destination, destinationPort: 80, localId: 0, remoteId: 0 },
  ...{ lowPrio: false, established: true, pf: false },
})
const device = (address: string, up = true) => ({ up, multipath: 'on', addresses: [address] })
const remote = (address: string, id: number, bitfield: number, retryBitfield = 0) => ({
  ...{ address, port: 0, id, bitfield, retryBitfield },
})

/** Two local addresses, in slots 1 and 2, and one remote address: 10.0.2.1 has been tried and is to be retried. */
function state(subflows: Record<string, ReturnType<typeof subflow>>, serverSide = false): State {
  const slot = (address: string, id: number) => ({ address, id, lowPrio: false, ifindex: id })
  const v4 = { bits: 0b110, next: 3, slots: { 1: slot('10.0.1.1', 2), 2: slot('10.0.2.1', 3) } }
  const remotes = { v4: { bits: 1, slots: { 0: remote('10.9.1.1', 0, 0b110, 0b100) } }, v6: noRemotes }
  return {
    ...nothing,
    namespaces: {
      init: {
        ...{ local: { v4, v6: noTable }, events: [] },
        devices: { eth0: device('10.0.1.1'), wlan0: device('10.0.2.1', false) },
      },
    },
    routeErrors: { '10.0.2.1 10.9.1.1': -101 },
    sessions: { c1: { namespace: 'init', serverSide, private: { remotes }, subflows } },
  } as unknown as State
}

const words = meshWords('en')
const one = { 'c1/0': subflow('10.0.1.1', '10.9.1.1') }

test('an address has its device, slot and id; one of a device that is down is marked', () => {
  const { local, peer } = meshOf(state(one), 'c1')
  expect(local.addresses).toMatchObject([
    { address: '10.0.1.1', device: 'eth0', slot: 1, id: 2, isOff: false },
    { address: '10.0.2.1', device: 'wlan0', slot: 2, id: 3, isOff: true },
  ])
  expect(peer.addresses).toMatchObject([{ address: '10.9.1.1', slot: 0, id: 0 }])
})

test('a subflow whose connect() has failed is not drawn, and sends no SYN: its pair is, with the error of the route', () => {
  const failed = { ...subflow('10.0.2.1', '0.0.0.0', 'CLOSE'), destinationPort: 0 }
  const changes = [[['sessions', 'c1', 'subflows', 'c1/1'], failed, undefined]] as never
  const { local, peer, links, arrows } = meshOf(state({ ...one, 'c1/1': failed }), 'c1', {
    changes,
    sent: [],
  })
  expect([...local.addresses, ...peer.addresses].map(({ address }) => address)).not.toContain('0.0.0.0')
  expect(links.map(({ name }) => name)).not.toContain('c1/1')
  expect(links).toContainEqual(expect.objectContaining({ from: '10.0.2.1', to: '10.9.1.1', error: -101 }))
  expect(arrows).toEqual([])
})

test('a pair with a subflow is the subflow; another is what its bits say, with the error of its route', () => {
  const { links } = meshOf(state(one), 'c1')
  expect(links.map(({ kind, from, name, error }) => [kind, from, name, error])).toEqual([
    ['retry', '10.0.2.1', undefined, -101],
    ['subflow', '10.0.1.1', 'c1/0', undefined],
  ])
})

test('a server has subflows and no pairs', () => {
  const { links, local } = meshOf(state(one, true), 'c1')
  expect(links.map(({ kind }) => kind)).toEqual(['subflow'])
  expect(local.isServer).toBe(true)
})

test('what a step changed is marked, and a new subflow in SYN_SENT is an arrow', () => {
  const joined = { ...one, 'c1/1': subflow('10.0.2.1', '10.9.1.1', 'SYN_SENT') }
  const path = ['sessions', 'c1', 'subflows', 'c1/1']
  const mesh = meshOf(state(joined), 'c1', { changes: [[path, joined['c1/1']]], sent: [] })
  expect(mesh.links.filter(({ isChanged }) => isChanged).map(({ name }) => name)).toEqual(['c1/1'])
  expect(mesh.arrows).toEqual([{ from: '10.0.2.1', to: '10.9.1.1', name: 'SYN + MP_JOIN' }])
})

test('subflows between the same two addresses are side by side, and no label covers another', () => {
  const parallel = {
    ...one,
    'c1/1': subflow('10.0.1.1', '10.9.1.1'),
    'c1/2': subflow('10.0.2.1', '10.9.1.1'),
  }
  const mesh = meshOf(state(parallel), 'c1')
  const shifts = mesh.links.map((link) => shiftOf(link, mesh))
  expect(new Set(shifts).size).toBe(3)
  const layout = layoutOf(mesh, undefined, { width: 500, height: 200 }, words)
  const labels = labelsOf(mesh, layout)
  expect(labels.map(({ text }) => text.split(' ')[0]).sort()).toEqual(['c1/0', 'c1/1', 'c1/2'])
  const heights = labels.map(({ at }) => [at.x, at.y].join())
  expect(new Set(heights).size).toBe(labels.length)
})

test('a label stands where the fewest lines cross it', () => {
  const crossed = { ...one, 'c1/1': subflow('10.0.2.1', '10.9.1.1') }
  const mesh = meshOf(state(crossed), 'c1')
  const layout = layoutOf(mesh, undefined, { width: 360, height: 200, isNarrow: true }, words)
  const lines = mesh.links.map((link): Line => {
    const [a, b] = [layout.pointOf('local', link.from), layout.pointOf('peer', link.to)]
    return [a as Point, b as Point]
  })
  for (const { text, at } of labelsOf(mesh, layout)) {
    const box = { x: at.x - 14, y: at.y - 11, width: 28, height: 14 }
    expect([text, lines.filter((line) => crosses(line, box)).length]).toEqual([text, 0])
  }
})

test('the text alternative names what the picture shows', () => {
  const said = describeMesh(meshOf(state(one), 'c1'), words)
  for (const part of [
    'eth0 10.0.1.1 slot 1 id 2',
    'wlan0 10.0.2.1 slot 2 id 3 off',
    'c1/0 10.0.1.1 → 10.9.1.1 ESTABLISHED',
    'to be retried: 1 pair',
  ])
    expect(said).toContain(part)
})

test('without a session there are the addresses of this host', () => {
  const mesh = meshOf(state({}), undefined)
  expect(mesh.local.addresses).toHaveLength(2)
  expect([mesh.peer.addresses, mesh.links]).toEqual([[], []])
  expect(describeMesh(mesh, words)).toContain('no session yet')
})

test('a host is named a client or a server in a session only', () => {
  const size = { width: 400, height: 200 }
  const picture = (session?: string) =>
    renderToString(h(MeshPicture, { mesh: meshOf(state(one), session), size, words }))
  expect(picture('c1')).toContain('this host · client')
  expect(picture()).not.toMatch(/client|server/)
})

test('an IPv6 address with a port has brackets', () => {
  expect(withPort('fd00::1', 8080)).toBe('[fd00::1]:8080')
  expect(withPort('10.9.1.1', 8080)).toBe('10.9.1.1:8080')
  expect(withPort('fd00::1', 0)).toBe('fd00::1')
})
