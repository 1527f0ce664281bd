// Fails with: after-the-last
export const answer = 1
