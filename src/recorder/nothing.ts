import type { State } from './state.ts'

/** The state before there is a machine. */
export const nothing: State = {
  time: 0,
  namespaces: {},
  routeErrors: {},
  sessions: {},
  queue: { ready: [], asleep: [], timers: {} },
}
