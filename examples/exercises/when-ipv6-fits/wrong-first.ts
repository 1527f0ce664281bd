// Fails with: one-per-segment
export const answer = 1
