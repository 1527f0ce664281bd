// Fails with: not-restarted
export const answer = ['1400', '1700']
