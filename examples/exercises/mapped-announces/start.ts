/** The announced addresses, in the order in which they are sent. */
export const answer: string[] | undefined = undefined
