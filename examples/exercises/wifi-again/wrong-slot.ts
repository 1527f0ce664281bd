// Fails with: id-not-slot
export const answer = 4
