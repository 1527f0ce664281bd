// Fails with: unused-too
export const answer = ['0']
