// Fails with: client-announces
export const answer = 'none'
