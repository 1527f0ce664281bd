/** The number of subflows of c1. */
export const answer: number | undefined = undefined
