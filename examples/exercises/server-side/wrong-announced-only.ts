// Fails with: client-opens
export const answer = 2
