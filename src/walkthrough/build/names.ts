import ts from 'typescript'
import { counterparts } from '../../../examples/reference/counterparts.ts'
import { symbols } from '../../../examples/reference/symbols.ts'
import type { KernelName } from '../kernel-stack.ts'
import type { Examples } from '../../sandbox/build/units.ts'

/**
 * What the functions of the model are called in the kernel, by file and name.
 *
 * For the C file `examples/reference` says so; for the rest of the kernel the comment on the function does, which
 * then begins with the name: `tcp_send_ack(): a pure ACK …`.
 */
export function kernelNames({ sources }: Examples): Record<string, KernelName> {
  const names: Record<string, KernelName> = {}
  for (const { name, kind, lines } of symbols) {
    const counterpart = counterparts[name]
    if (kind !== 'function' || 'because' in counterpart) continue
    const key = `examples/${counterpart.file} ${counterpart.name}`
    const known = names[key]
    if (known) known.names.push(name)
    else names[key] = { names: [name], line: lines[0] }
  }
  for (const [file, source] of sources) {
    if (!file.startsWith('examples/kernel/')) continue
    const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
    for (const node of tree.statements) {
      if (!ts.isFunctionDeclaration(node) || !node.name) continue
      const [comment] = ts.getLeadingCommentRanges(source, node.pos)?.slice(-1) ?? []
      const text = comment ? source.slice(comment.pos, comment.end) : ''
      const found = /^\/\*\*[\s*]*(\w+)\(\)(?: and (\w+)\(\))?/.exec(text)
      if (!found) continue
      names[`${file} ${node.name.text}`] = { names: found.slice(1).filter((name) => name) }
    }
  }
  return names
}
