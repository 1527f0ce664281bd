export const answer = 'new'
