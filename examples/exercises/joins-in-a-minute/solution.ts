export const answer = 3
