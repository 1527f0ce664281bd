// Fails with: after-fallback
export interface State {
  serverSide: boolean
  dead: boolean
  initial: { fullyEstablished: boolean } | undefined
}

export function mayOpen({ serverSide, dead, initial }: State): boolean {
  if (serverSide || dead) return false
  return !initial || initial.fullyEstablished
}
