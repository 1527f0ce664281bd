// Fails with: earlier
export const answer = 4
