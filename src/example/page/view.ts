/** Makes the reports of a run safe to show: the code that ran may have changed them. */

import { type Failure, outputLimit, type TestResult, type TestState } from '../../sandbox/protocol.ts'
import type { View } from '../Results.tsx'

/** Returns the view of a run without results. */
export function emptyView(notice?: View['notice']): View {
  return { tests: [], failures: [], console: [], cut: false, ...(notice && { notice }) }
}

/** Returns a text, cut to the allowed length; empty for any other value. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, outputLimit.characters) : ''
}

/** Maps a list, cut to the number of tests that a run may report. */
export function listOf<From, To>(values: From[], make: (value: From) => To): To[] {
  return Array.isArray(values) ? values.slice(0, outputLimit.tests).map(make) : []
}

const states: TestState[] = ['pass', 'fail', 'skip', 'todo']

/** Returns a result with valid fields only. */
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

/** Returns a failure with valid fields only. */
export function failureOf({ message, expected, received, diff, place }: Failure): Failure {
  return {
    message: textOf(message),
    ...(expected !== undefined && { expected: textOf(expected) }),
    ...(received !== undefined && { received: textOf(received) }),
    ...(diff && { diff: textOf(diff) }),
    ...(place && { place: { file: textOf(place.file), line: Number(place.line) } }),
  }
}
