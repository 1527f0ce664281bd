// Fails with: initial-counts
export const answer = 0
