// Fails with: events-merged
export const answer = 'closed'
