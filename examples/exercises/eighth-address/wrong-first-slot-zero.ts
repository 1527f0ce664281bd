// Fails with: first-slot-is-one
export const answer = 8
