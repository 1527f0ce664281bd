/** The ids that s1 withdraws, in the order in which it sends them. */
export const answer: string[] | undefined = undefined
