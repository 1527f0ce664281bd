// Fails with: unchanged-address
export const answer = ['ADD 10.0.1.1', 'ADD 10.0.3.1', 'DEL 10.0.2.1']
