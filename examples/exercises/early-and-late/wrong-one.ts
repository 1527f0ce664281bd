// Fails with: each-has-one
export const answer = 1
