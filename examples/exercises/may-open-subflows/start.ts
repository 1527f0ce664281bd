/** The state of a session when the path manager is called. */
export interface State {
  /** The peer has begun the session. */
  serverSide: boolean
  /** The application has closed the socket. */
  dead: boolean
  /** The session has fallen back to plain TCP. */
  fallenBack: boolean
  /** The initial subflow; undefined after it has been removed. */
  initial: { fullyEstablished: boolean } | undefined
}

/** Returns true if the work that opens subflows is queued. */
export function mayOpen(session: State): boolean {
  if (session.serverSide || session.dead) return false
  return true
}
