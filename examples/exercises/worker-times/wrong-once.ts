// Fails with: armed-again
export const answer = ['1000']
