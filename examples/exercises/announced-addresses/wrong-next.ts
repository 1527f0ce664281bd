// Fails with: every-other-address
export const answer = '10.0.3.1'
