// Fails with: no-subflow
export interface State {
  table: string[]
  announced: string[]
  sources: string[]
}

export interface Result {
  fresh: string[]
  closed: string[]
}

export function compare({ table, announced, sources }: State): Result {
  return {
    fresh: table.filter((address) => !sources.includes(address)),
    closed: announced.filter((address) => !table.includes(address)),
  }
}
