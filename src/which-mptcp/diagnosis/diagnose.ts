import type { Fact, Facts, Stack } from './facts.ts'
import type { Finding } from './finding.ts'
import { readLines, sizeLimit, sizeOf } from './input.ts'
import { recognise } from './recognisers.ts'
import { findRelease, type ReleaseId } from './release.ts'
import { findSettings, type SettingId } from './settings.ts'
import { judge, type Verdict } from './stack.ts'
import { type FoundSymptom, findSymptoms } from './symptoms.ts'

/** What a text shows of the host that printed it. */
export interface Diagnosis {
  verdict: Verdict
  /** Only if the stack is known. */
  release: Finding<ReleaseId> | undefined
  settings: readonly Finding<SettingId>[]
  /** The number of settings that are left out because there are too many. */
  settingsLeftOut: number
  symptoms: readonly FoundSymptom[]
  /** Pages to read on, by their files. */
  pages: readonly PageToRead[]
}

/** Texts that are not read. */
export interface Refusal {
  refused: 'too-large'
}

/** How many settings and how many lines of one finding an answer has. */
const limits = { settings: 40, lines: 6 }

const pagesToRead = {
  v0: [
    'questions/no-second-subflow.mdx',
    'lifecycle/proc.mdx',
    'lifecycle/parameters.mdx',
    'then-and-now/index.mdx',
  ],
  mainline: [
    'then-and-now/index.mdx',
    'questions/no-second-subflow.mdx#mainline',
    'then-and-now/opening.mdx',
    'then-and-now/limits.mdx',
  ],
} as const satisfies Record<Stack, readonly string[]>

export type PageToRead = (typeof pagesToRead)[Stack][number]

/** The pages to read on, of both stacks. */
export const allPagesToRead: readonly PageToRead[] = [
  ...new Set([...pagesToRead.v0, ...pagesToRead.mainline]),
]

/** Reads the output of commands, in any order, with or without prompts. Takes linear time, and no state. */
export function diagnose(text: string): Diagnosis | Refusal {
  if (sizeOf(text) > sizeLimit) return { refused: 'too-large' }
  const lines = readLines(text)
  const facts = recognise(lines)
  const verdict = judge(facts, lines.length === 0)
  const settings = findSettings(facts)
  return {
    verdict,
    release: verdict.stack && findRelease(ownFacts(facts, verdict.stack), verdict.stack),
    settings: settings.slice(0, limits.settings),
    settingsLeftOut: Math.max(0, settings.length - limits.settings),
    symptoms: findSymptoms(facts, verdict.stack).map((symptom) => ({
      ...symptom,
      facts: firstLines(symptom.facts),
    })),
    pages: verdict.stack ? pagesToRead[verdict.stack] : [],
  }
}

/** The first lines that show a finding, in the order of the text. */
function firstLines(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => a.line.number - b.line.number).slice(0, limits.lines)
}

/** The facts of a stack; the number of a kernel belongs to each. */
function ownFacts(facts: Facts, stack: Stack): Facts {
  return facts.without(stack === 'v0' ? 'mainline' : 'v0')
}
