/** A place in a script, as the stack of an error names it. */
interface StackFrame {
  script: string
  /** Counted from 1. */
  line: number
}

/** The frames of a stack, the innermost first, in any browser. */
export function framesOf(stack: string): StackFrame[] {
  const frames = stack.matchAll(/(?:at |\(|@)([^\s()@]+):(\d+):\d+/g)
  return [...frames].map(([, script = '', line]) => ({ script, line: Number(line) }))
}

/** One line of a stack, for vitest's runner: it stands in for a module that also reads source maps. */
export function parseSingleStack(stackLine: string): { file: string; line: number } | undefined {
  const [frame] = framesOf(stackLine)
  return frame && { file: frame.script, line: frame.line }
}
