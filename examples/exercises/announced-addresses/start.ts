/** The announced addresses, separated by spaces. */
export const answer: string | undefined = undefined
