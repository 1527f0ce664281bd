import type { ReactNode } from 'react'

const COMMIT = '1aacd7aee5aec5689813d0fc51abe804357595be'
const FULLMESH = 'net/mptcp/mptcp_fullmesh.c'

/**
 * A reference to lines of the kernel tree that the notes are about, with a link to its public copy. In MDX it is
 * `<C at="1279" />` or `<C at="1242-1354" />` for `mptcp_fullmesh.c`, and `<C of="net/ipv4/tcp_input.c" at="6221" />`
 * for another file.
 */
export function CLine({ at, of = FULLMESH }: { at: string; of?: string }): ReactNode {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(at) ?? []
  if (!first) throw new Error(`<C at="${at}" />: expected a line, like 1279, or lines, like 1242-1354`)
  const anchor = last ? `L${first}-L${last}` : `L${first}`
  const file = of.slice(of.lastIndexOf('/') + 1)
  return (
    <a
      className="c-line"
      href={`https://github.com/cellbricks/mptcp/blob/${COMMIT}/${of}#${anchor}`}
      title={of}
    >
      {file}:{last ? `${first}–${last}` : first}
    </a>
  )
}
