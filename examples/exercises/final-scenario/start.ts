/** The lines that the commands print. */
export const answer: string[] | undefined = undefined
