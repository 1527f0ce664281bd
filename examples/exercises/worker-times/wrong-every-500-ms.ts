// Fails with: first-event
export const answer = ['1000', '1500']
