/** The number of the segment that announces fd00:2::1. */
export const answer: number | undefined = undefined
