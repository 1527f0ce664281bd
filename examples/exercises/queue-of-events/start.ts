/** The events in the queue, oldest first. */
export const answer: string[] | undefined = undefined
