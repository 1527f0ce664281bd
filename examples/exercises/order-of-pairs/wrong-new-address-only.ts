// Fails with: all-pairs
export const answer = ['10.0.1.1 -> 10.9.1.1', '10.0.3.1 -> 10.9.1.1']
