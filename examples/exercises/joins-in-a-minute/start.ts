/** The number of attempts. */
export const answer: number | undefined = undefined
