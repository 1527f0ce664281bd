// Fails with: event-is-add
export const answer = 'mp-prio'
