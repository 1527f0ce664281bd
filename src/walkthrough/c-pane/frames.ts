import { fullmeshFile } from '../../../reference/kernel-source.ts'
import type { ShownFrame } from '../kernel-stack.ts'
import type { Twin } from '../twins.ts'

/** A frame of `mptcp_fullmesh.c`, with both names if the function is one of twins. */
interface CFrame {
  names: string[]
  line: number
}

/**
 * Writes the frames in `mptcp_fullmesh.c` as the attribute of `<full-mesh-c>`:
 * `full_mesh_new_session:1242 mptcp_addv4_raddr,mptcp_addv6_raddr:144`.
 *
 * @param family the family whose twin is first
 */
export function writeFrames(frames: ShownFrame[], family: Twin): string {
  const other = family === 'IPv4' ? '6' : '4'
  const isOther = (name: string) => Number(name.includes(other))
  return frames
    .filter(({ file }) => file === fullmeshFile)
    .map(({ names = [], line }) => `${names.toSorted((a, b) => isOther(a) - isOther(b))}:${line}`)
    .join(' ')
}

/** Reads the frames that {@link writeFrames} wrote. */
export function readFrames(text: string): CFrame[] {
  return [...text.matchAll(/(\S+):(\d+)/g)].map(([, names = '', line]) => ({
    names: names.split(','),
    line: Number(line),
  }))
}
