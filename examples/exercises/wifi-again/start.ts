/** The address id of 10.0.2.1 at the end. */
export const answer: number | undefined = undefined
