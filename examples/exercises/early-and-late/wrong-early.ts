// Fails with: early-stays
export const answer = 4
