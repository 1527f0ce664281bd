export const answer = 'table-only'
