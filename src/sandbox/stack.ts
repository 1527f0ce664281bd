/** A place in a script. Its line is counted from 1. */
interface CallSite {
  script: string
  line: number
}

/** The calls that the stack of an error names, the innermost first, in the format of any browser. */
export function callSites(stack: string): CallSite[] {
  const sites = stack.matchAll(/(?:at |\(|@)([^\s()@]+):(\d+):\d+/g)
  return [...sites].map(([, script = '', line]) => ({ script, line: Number(line) }))
}

/** One line of a stack, for vitest's runner: it stands in for a module that also reads source maps. */
export function parseSingleStack(stackLine: string): { file: string; line: number } | undefined {
  const [site] = callSites(stackLine)
  return site && { file: site.script, line: site.line }
}
