// Fails with: both-families
export const answer = ['10.0.2.1']
