// Fails with: multipath-off
export const answer = ['MOD 10.0.2.1', 'ADD 10.0.3.1']
