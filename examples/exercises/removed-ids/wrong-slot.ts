// Fails with: id-not-slot
export const answer = ['0', '3']
