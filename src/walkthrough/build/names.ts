import ts from 'typescript'
import { counterparts } from '../../../examples/reference/counterparts.ts'
import { symbols } from '../../../examples/reference/symbols.ts'
import type { Examples } from '../../notes/examples.ts'
import type { KernelName } from '../kernel-stack.ts'

/**
 * Returns the names in the kernel of the functions of the model, by file and name.
 *
 * The names in the C file are those of `examples/reference`. The other names are read from comments: in `examples/kernel`
 * and `examples/host` the comment on a function of the kernel must begin with its C name, or two names with `and`:
 * `tcp_send_ack(): a pure ACK …`. Without a name, walks leave the function out.
 */
export function kernelNames({ sources }: Examples): Record<string, KernelName> {
  const names: Record<string, KernelName> = {}
  for (const { name, kind, lines } of symbols) {
    const counterpart = counterparts[name]
    if (kind !== 'function' || 'because' in counterpart) continue
    const key = `examples/${counterpart.file} ${counterpart.name}`
    const known = names[key]
    const [first, last] = lines
    if (known) {
      known.names.push(name)
      known.lines?.push([first, last])
    } else names[key] = { names: [name], lines: [[first, last]] }
  }
  for (const [file, source] of sources) {
    if (!/^examples\/(kernel|host)\//.test(file)) continue
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
