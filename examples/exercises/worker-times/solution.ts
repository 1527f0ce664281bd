export const answer = ['1000', '1700']
