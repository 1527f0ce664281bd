// Fails with: place-of-del
export const answer = ['DEL 10.0.2.1', 'ADD 10.0.3.1']
