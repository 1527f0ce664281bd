/** The number of subflows of s1. */
export const answer: number | undefined = undefined
