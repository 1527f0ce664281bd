// Fails with: initial-id
export const answer = ['2', '4']
