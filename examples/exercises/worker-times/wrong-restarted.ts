// Fails with: not-restarted
export const answer = ['1700']
