import { fullmeshFile } from '../../reference/kernel-source.ts'
import { type Language, textIn } from '../../reference/languages.ts'
import type { Step, WalkFrame } from '../recorder/recording.ts'
import type { Kernel, ShownFrame, ShownStack } from './kernel-stack.ts'
import type { Lines } from './lines.ts'
import { linesAt } from './statement-lines.ts'
import type { Twin } from './twins.ts'

/** A function of `mptcp_fullmesh.c` on the call stack, and where it is. */
export interface CFrame {
  /** Its name; of twins, that of the family. */
  name: string
  /** Its own lines. */
  scope: Lines
  /** The lines of its current statement; none if C has no such statement. */
  now: readonly Lines[]
  /** The reason why C has none, in the language of the page. */
  because?: string
}

/**
 * Returns the functions of `mptcp_fullmesh.c` on the stack of a step, from the outside in, each at the lines of the
 * statement that runs in it. A function of the model that C has at the place of its call belongs to the function that
 * calls it.
 *
 * @param family that of the address that the step handles
 */
export function cFrames(
  { frames: walked }: Step,
  { frames }: ShownStack,
  { statements }: Kernel,
  family: Twin,
  language: Language,
): CFrame[] {
  const starts = frames.flatMap(({ names, model, isTestOrScenario }) =>
    names || isTestOrScenario ? [model] : [],
  )
  return frames
    .filter(({ file }) => file === fullmeshFile)
    .map((frame) => {
      const inside = statementsOf(frame, walked, starts)
      return placeOf(frame, inside, statements, family, language)
    })
}

/** Returns the frames of the model that stand for a frame of C: its own, and those up to the next named one. */
function statementsOf(
  { model }: ShownFrame,
  walked: readonly WalkFrame[],
  starts: readonly (WalkFrame | undefined)[],
): readonly WalkFrame[] {
  const first = model ? walked.indexOf(model) : -1
  if (first < 0) return []
  const end = walked.findIndex((frame, at) => at > first && starts.includes(frame))
  return walked.slice(first, end < 0 ? undefined : end)
}

function placeOf(
  { names = [], lines = [], line = 1 }: ShownFrame,
  inside: readonly WalkFrame[],
  statements: Kernel['statements'],
  family: Twin,
  language: Language,
): CFrame {
  const other = family === 'IPv4' ? '6' : '4'
  const at = Math.max(
    0,
    names.findIndex((name) => names.length < 2 || !name.includes(other)),
  )
  const scope = lines[at] ?? [line, line]
  const of = family === 'IPv4' ? 'v4' : 'v6'
  for (const { file, line } of inside.toReversed()) {
    const statement = statements[file]?.[line]
    if (!statement) continue
    const now = linesAt(statement, [scope], of)
    if (now.length > 0) return { name: names[at] ?? '', scope, now }
    if ('because' in statement)
      return { name: names[at] ?? '', scope, now: [], because: textIn(statement.because, language) }
  }
  // The line of a call, if the call stack names one.
  const isInside = scope[0] < line && line <= scope[1]
  return { name: names[at] ?? '', scope, now: [isInside ? [line, line] : [scope[0], scope[0]]] }
}
