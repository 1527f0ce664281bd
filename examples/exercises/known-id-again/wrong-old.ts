// Fails with: bit-stays
export const answer = 'old'
