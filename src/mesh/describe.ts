import { errorName } from '../island/error-names.ts'
import type { Mesh, MeshAddress, MeshLink } from './mesh.ts'
import type { MeshWords } from './words.ts'

/** Says what the picture of a mesh shows, for readers who cannot see it. */
export function describeMesh({ session, local, peer, links, arrows }: Mesh, words: MeshWords): string {
  const side = (name: string, addresses: MeshAddress[]) =>
    `${name}${words.colon}${addresses.map((address) => addressText(address, words)).join(words.list) || words.noAddress}`
  const subflows = links.filter(({ kind }) => kind === 'subflow').map((link) => linkText(link, words))
  const others = (['retry', 'tried', 'untried'] as const).flatMap((kind) => {
    const found = links.filter((link) => link.kind === kind)
    return found.length > 0 ? `${words.kinds[kind]}${words.colon}${words.pairs(found.length)}` : []
  })
  const sent = arrows.map(({ from, to, name }) => `${words.sends} ${name} ${from} → ${to}`)
  const parts = [
    side(local.name ?? words.thisHost, local.addresses),
    ...(session ? [side(peer.name ?? words.peer, peer.addresses)] : [words.noSession]),
    ...subflows,
    ...others,
    ...sent,
  ]
  return parts.join(words.end).trim()
}

function addressText({ address, device, slot, id, isOff, isBackup }: MeshAddress, words: MeshWords): string {
  return [
    ...(device ? [device] : []),
    address,
    ...(slot === undefined ? [] : [words.slot(slot)]),
    ...(id === undefined ? [] : [words.id(id)]),
    ...(isOff ? [words.off] : []),
    ...(isBackup ? [words.backup] : []),
  ].join(' ')
}

function linkText({ name, from, to, subflow, error, isChanged }: MeshLink, words: MeshWords): string {
  return [
    `${name} ${from} → ${to}`,
    subflow?.state ?? '',
    ...(subflow?.established ? [words.established] : []),
    ...(subflow?.lowPrio ? [words.backup] : []),
    ...(subflow?.pf ? [words.pf] : []),
    ...(error === undefined ? [] : [errorName(-error) ?? `${error}`]),
    ...(isChanged ? [words.changed] : []),
  ]
    .filter(Boolean)
    .join(' ')
}
