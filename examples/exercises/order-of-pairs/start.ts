/** The pairs, in the order in which the worker opens them. */
export const answer: string[] | undefined = undefined
