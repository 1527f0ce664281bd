// Fails with: initial-removed
export interface State {
  serverSide: boolean
  dead: boolean
  fallenBack: boolean
  initial: { fullyEstablished: boolean } | undefined
}

export function mayOpen({
  serverSide,
  dead,
  fallenBack,
  initial,
}: State): boolean {
  if (serverSide || dead || fallenBack) return false
  return initial?.fullyEstablished ?? false
}
