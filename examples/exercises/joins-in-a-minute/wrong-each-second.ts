// Fails with: one-retry-only
export const answer = 61
