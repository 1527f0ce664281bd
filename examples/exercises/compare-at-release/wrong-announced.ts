// Fails with: announced-again
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
    fresh: table.filter((address) => !announced.includes(address)),
    closed: sources.filter((address) => !table.includes(address)),
  }
}
