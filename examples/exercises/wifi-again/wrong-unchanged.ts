// Fails with: other-flag
export const answer = 'unchanged'
