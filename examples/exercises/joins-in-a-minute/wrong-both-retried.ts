// Fails with: only-no-route
export const answer = 4
