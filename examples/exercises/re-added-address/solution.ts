export const answer = 4
