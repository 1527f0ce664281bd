/** A line of a script, counted from 1. */
interface CallSite {
  script: string
  line: number
}

/** Reads the calls from the stack of an error, the innermost first, in the format of any browser. */
export function callSites(stack: string): CallSite[] {
  const sites = stack.matchAll(/(?:at |\(|@)([^\s()@]+):(\d+):\d+/g)
  return [...sites].map(([, script = '', line]) => ({ script, line: Number(line) }))
}

/** Reads one line of a stack for vitest's runner, in place of a module that also reads source maps. */
export function parseSingleStack(stackLine: string): { file: string; line: number } | undefined {
  const [site] = callSites(stackLine)
  return site && { file: site.script, line: site.line }
}
