import type { Budget } from '../../examples/scenario/budget.ts'

/** The most characters of a scenario that is run in the page. */
export const maxCharacters = 100_000

/** The limits of a scenario that is run in the page, beside the time. */
export const budget: Budget = { lines: 5000, visits: 5_000_000 }
