/** The id of 10.0.1.1. */
export const answer: number | undefined = undefined
