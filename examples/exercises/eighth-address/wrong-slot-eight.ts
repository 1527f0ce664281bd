// Fails with: no-ninth-slot
export const answer = 9
