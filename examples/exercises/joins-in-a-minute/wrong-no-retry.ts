// Fails with: one-retry
export const answer = 2
