// Fails with: other-id
export const answer = 2
