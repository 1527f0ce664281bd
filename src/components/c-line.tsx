import type { ReactNode } from 'react'
import { fullmeshFile, placeName, sourceUrl } from './kernel-source.ts'

/**
 * A reference to lines of the kernel tree that the notes are about, with a link to its public copy. In MDX it is
 * `<C at="1279" />` or `<C at="1242-1354" />` for `mptcp_fullmesh.c`, and `<C of="net/ipv4/tcp_input.c" at="6221" />`
 * for another file.
 */
export function CLine({ at, of = fullmeshFile }: { at: string; of?: string }): ReactNode {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(at) ?? []
  if (!first) throw new Error(`<C at="${at}" />: expected a line, like 1279, or lines, like 1242-1354`)
  return (
    <a className="c-line" href={sourceUrl(of, first, last)} title={of}>
      {placeName(of, first, last)}
    </a>
  )
}
