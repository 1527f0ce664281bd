export const answer = 5
