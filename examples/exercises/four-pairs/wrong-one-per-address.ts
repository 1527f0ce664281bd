// Fails with: every-pair
export const answer = 4
