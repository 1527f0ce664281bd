import type { ReactNode } from 'react'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'

/**
 * A reference to lines of the kernel tree that the notes are about, with a link to its public copy.
 *
 * In MDX it also says in which symbol the lines are, or inherits that from its page: `<C in="add_pm_event" at="1070" />`
 * or `<C in="add_pm_event" />`, which is all of the symbol, for `mptcp_fullmesh.c`, and for another file
 * `<C of="net/ipv4/tcp_input.c" in="tcp_rcv_state_process" at="6221" />`. `src/c-line` checks it, and leaves
 * `of` and `at`.
 */
export function CLine({ at, of = fullmeshFile }: { at: string; of?: string }): ReactNode {
  const [first = '', last] = at.split('-')
  return (
    <a className="c-line" href={sourceUrl(of, first, last)} title={of}>
      {placeName(of, first, last)}
    </a>
  )
}
