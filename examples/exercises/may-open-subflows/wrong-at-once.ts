// Fails with: not-established-yet
export interface State {
  serverSide: boolean
  dead: boolean
  fallenBack: boolean
}

export function mayOpen({
  serverSide,
  dead,
  fallenBack,
}: State): boolean {
  return !serverSide && !dead && !fallenBack
}
