// Fails with: initial-pair-counts
export const answer = 5
