/** The number of subflows of both sessions together. */
export const answer: number | undefined = undefined
