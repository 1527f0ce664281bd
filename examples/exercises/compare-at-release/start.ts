/** What the path manager compares when the socket is released. */
export interface State {
  /** The addresses in the table now. */
  table: string[]
  /** The addresses that the peer knows. */
  announced: string[]
  /** The local addresses of the subflows. */
  sources: string[]
}

/** Addresses treated as new, and those whose subflows are closed. */
export interface Result {
  fresh: string[]
  closed: string[]
}

export function compare({ table, announced }: State): Result {
  return {
    fresh: table.filter((address) => !announced.includes(address)),
    closed: announced.filter((address) => !table.includes(address)),
  }
}
