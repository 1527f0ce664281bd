// Fails with: old-slot
export const answer = 2
