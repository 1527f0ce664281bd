const commit = '1aacd7aee5aec5689813d0fc51abe804357595be'

/** The address of the public copy of the kernel tree. */
const publicCopy = `https://github.com/cellbricks/mptcp/blob/${commit}`

/** The C file that the site is about. */
export const fullmeshFile = 'net/mptcp/mptcp_fullmesh.c'
export const fullmeshSha256 = '914053dcb1d6398ab516ca6f0ece036c22342c1a89bb7dce9335cb37c59651a2'

/** The address of the page of the C file. */
export const fullmeshPage = `${publicCopy}/${fullmeshFile}`

/** The address of the text of the C file. */
export const fullmeshRaw = `https://raw.githubusercontent.com/cellbricks/mptcp/${commit}/${fullmeshFile}`

/** Returns the address of lines of a kernel file in the public copy. */
export function sourceUrl(file: string, first: string | number, last?: string | number): string {
  const anchor = last ? `L${first}-L${last}` : `L${first}`
  return `${publicCopy}/${file}#${anchor}`
}

/** Returns the short name of lines of a kernel file: `tcp_input.c:6221`. */
export function placeName(file: string, first: string | number, last?: string | number): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${last ? `${first}–${last}` : first}`
}
