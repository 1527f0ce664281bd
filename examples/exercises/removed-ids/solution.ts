export const answer = ['0', '4']
