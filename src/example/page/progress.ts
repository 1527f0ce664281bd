/** Which exercises the reader has solved. It is kept in this browser only. */

import { progressKey as key } from '../../island/progress-key.ts'

/** The event of the window after a change. */
export const progressEvent = 'fullmesh-progress'

/** The solved exercises, where the browser keeps nothing. */
let memory: ReadonlySet<string> = new Set()

/** Returns the names of the solved exercises. What is stored may have been written by anything. */
export function solvedExercises(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    const names = Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
    return new Set([...memory, ...names.slice(0, 500)])
  } catch {
    return memory
  }
}

/** Remembers that an exercise is solved. */
export function setSolved(name: string): void {
  memory = new Set([...solvedExercises(), name])
  keep(() => localStorage.setItem(key, JSON.stringify([...memory])))
}

/** Forgets all of them. */
export function clearProgress(): void {
  memory = new Set()
  keep(() => localStorage.removeItem(key))
}

function keep(store: () => void): void {
  try {
    store()
  } catch {} // without storage the progress lasts as long as the page
  dispatchEvent(new Event(progressEvent))
}
