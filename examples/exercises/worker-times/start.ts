/** The times at which the address worker begins, in ms. */
export const answer: string[] | undefined = undefined
