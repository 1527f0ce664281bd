/** The id of 10.0.1.8. */
export const answer: number | undefined = undefined
