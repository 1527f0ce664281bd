// Fails with: late-is-in-time
export const answer = 2
