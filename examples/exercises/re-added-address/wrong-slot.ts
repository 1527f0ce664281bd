// Fails with: slot-and-id
export const answer = 3
