// Fails with: not-both-kinds
export const answer = ['0', '0']
