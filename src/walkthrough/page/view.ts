/** What the reader has chosen in a walk, and what follows from it at the current step. */

import type { Language } from '../../../reference/languages.ts'
import { type MeshPlaces, placesOf } from '../../mesh/mesh.ts'
import type { Path } from '../../recorder/diff.ts'
import type { SentSegment, Step } from '../../recorder/recording.ts'
import { type CFrame, cFrames } from '../c-frames.ts'
import { type History, historyOf } from '../history.ts'
import { type Kernel, kernelStack, type ShownStack } from '../kernel-stack.ts'
import type { Kind } from '../kinds.ts'
import { type Run, runsOf } from '../lanes.ts'
import { familyOfSessions, familyOfTwins } from '../twins.ts'
import type { Tab } from '../words.ts'

/** The reader's choices. */
export interface View {
  index: number
  isPlaying: boolean
  /** The ids of the call stacks that the reader chose, by the key of the choice. */
  chosen: ReadonlyMap<string, string>
  /** The session that the reader chose; undefined for the session of the step. */
  session: string | undefined
  /** The step with which another is compared. */
  mark: number | undefined
  isComparing: boolean
  /** The values shown on the time line: two at most. */
  pins: readonly Path[]
  tab: Tab
  /** The kind of event to which `next` goes. */
  kind: Kind
  isKeysOpen: boolean
  /** What the last action found or did, if the step does not show it; '' otherwise. */
  said: string
  /** The place of the frame that the pane of the C file shows; undefined for the innermost. */
  cFrame: number | undefined
  /** The width of the lanes of the time line, and of the mesh, in px; the window is narrow. */
  laneWidth: number
  meshWidth: number
  meshHeight: number
  isNarrow: boolean
}

/** The choices when a walk begins. */
export const firstView: View = {
  ...{
    index: 0,
    isPlaying: false,
    chosen: new Map(),
    session: undefined,
    mark: undefined,
    isComparing: false,
  },
  ...{ pins: [], tab: 'state', kind: 'change', isKeysOpen: false, said: '', cFrame: undefined },
  ...{ laneWidth: 1000, meshWidth: 500, meshHeight: 200, isNarrow: false },
}

/** A walk with what is computed from all its steps. */
export interface Course {
  steps: readonly Step[]
  kernel: Kernel
  /** The files in which the steps are. */
  files: readonly string[]
  history: History
  runs: readonly Run[]
  /** The session of each step: the last one that a step up to it changed. */
  sessions: readonly (string | undefined)[]
  /** The phase of each step. Steps of one phase show the same state: none of them changes, sends or logs anything. */
  phases: readonly number[]
  /** Returns the places of the mesh of a session. */
  places(session: string | undefined): MeshPlaces | undefined
  /** Returns the steps on each line of a file. */
  hits(file: string): ReadonlyMap<number, readonly number[]>
}

/** Computes it. Places and hits are computed when they are first asked for. */
export function courseOf(steps: readonly Step[], kernel: Kernel): Course {
  const places = new Map<string | undefined, MeshPlaces | undefined>()
  let files: Map<string, Map<number, number[]>> | undefined
  return {
    ...{ steps, kernel, history: historyOf(steps), runs: runsOf(steps, kernel) },
    files: [...new Set(steps.flatMap(({ frames }) => frames.at(-1)?.file ?? []))],
    ...{ sessions: sessionsOf(steps), phases: phasesOf(steps) },
    places(session) {
      if (!places.has(session)) places.set(session, placesOf(steps, session))
      return places.get(session)
    },
    hits(file) {
      files ??= hitsOf(steps)
      return files.get(file) ?? new Map()
    },
  }
}

function sessionsOf(steps: readonly Step[]): (string | undefined)[] {
  let last: string | undefined
  return steps.map(({ changes, sent, after }) => {
    const changed = changes.find(([[root, name]]) => root === 'sessions' && name !== undefined)?.[0][1]
    const sender = sent.at(-1)?.subflow.split('/')[0]
    const now = changed ?? sender
    if (now !== undefined && after.sessions[now]) last = now
    return last
  })
}

function phasesOf(steps: readonly Step[]): number[] {
  let phase = 0
  return steps.map(({ changes, sent, added }) => {
    if (changes.length === 0 && sent.length === 0 && added === 0) return phase
    phase += 2
    return phase - 1
  })
}

function hitsOf(steps: readonly Step[]): Map<string, Map<number, number[]>> {
  const files = new Map<string, Map<number, number[]>>()
  for (const [index, { frames }] of steps.entries()) {
    const { file = '', line = 0 } = frames.at(-1) ?? {}
    const lines = files.get(file) ?? new Map<number, number[]>()
    files.set(file, lines)
    const list = lines.get(line)
    if (list) list.push(index)
    else lines.set(line, [index])
  }
  return files
}

/** The current step, and what is shown with it. */
export interface Scene {
  step: Step
  stack: ShownStack
  /** The functions of the C file on the stack, from the outside in. */
  cFrames: readonly CFrame[]
  /** The session whose mesh and state are shown, and all sessions, each with whether the step changed it. */
  session: string | undefined
  chips: readonly { name: string; isChanged: boolean }[]
  /** The last segment that was sent or measured, and its step. */
  segment: { sent: SentSegment; index: number } | undefined
}

/** Returns the scene of a view. */
export function sceneOf(
  { steps, kernel, sessions }: Course,
  view: View,
  language: Language,
): Scene | undefined {
  const step = steps[view.index]
  if (!step) return undefined
  const family = familyOfSessions(step)
  const stack = kernelStack(step.frames, kernel, view.chosen, family)
  const names = Object.keys(step.after.sessions)
  const chosen = view.session !== undefined && names.includes(view.session) ? view.session : undefined
  const ofStep = sessions[view.index]
  const session = chosen ?? (ofStep !== undefined && names.includes(ofStep) ? ofStep : names[0])
  const isChanged = (name: string) =>
    step.changes.some(([[root, of]]) => root === 'sessions' && (of ?? name) === name)
  const twin = familyOfTwins(stack.frames, steps as Step[], view.index) ?? family
  const sender = lastSender(steps, view.index)
  const sent = steps[sender]?.sent.at(-1)
  return {
    ...{ step, stack, session },
    cFrames: cFrames(step, stack, kernel, twin, language),
    chips: names.map((name) => ({ name, isChanged: isChanged(name) })),
    segment: sent && { sent, index: sender },
  }
}

function lastSender(steps: readonly Step[], from: number): number {
  for (let index = from; index >= 0; index--) if (steps[index]?.sent.length) return index
  return -1
}
