/** The local addresses of the subflows to 10.9.3.1. */
export const answer: string | undefined = undefined
