// Fails with: timer-already-armed
export const answer = ['1000', '1400', '1700']
