/** What a run reported, made fit to be shown: the code that ran may have tampered with it. */

import { type Failure, outputLimit, type TestResult, type TestState } from '../../sandbox/protocol.ts'
import type { View } from '../Results.tsx'

/** A run of which nothing is known yet. */
export function emptyView(notice?: View['notice']): View {
  return { tests: [], failures: [], console: [], cut: false, ...(notice && { notice }) }
}

/** A text, of no more than the allowed length; what is no text is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, outputLimit.characters) : ''
}

/** At most so many things of a list as a run may report tests. */
export function listOf<From, To>(values: From[], make: (value: From) => To): To[] {
  return Array.isArray(values) ? values.slice(0, outputLimit.tests).map(make) : []
}

const states: TestState[] = ['pass', 'fail', 'skip', 'todo']

export function resultOf({ title, line, state, failures, console, cut }: TestResult): TestResult {
  return {
    title: textOf(title),
    line: Number(line),
    state: states.includes(state) ? state : 'fail',
    failures: listOf(failures, failureOf),
    console: listOf(console, textOf),
    cut: Boolean(cut),
  }
}

export function failureOf({ message, expected, received, diff, place }: Failure): Failure {
  return {
    message: textOf(message),
    ...(expected !== undefined && { expected: textOf(expected) }),
    ...(received !== undefined && { received: textOf(received) }),
    ...(diff && { diff: textOf(diff) }),
    ...(place && { place: { file: textOf(place.file), line: Number(place.line) } }),
  }
}
