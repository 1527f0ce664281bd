// Fails with: initial-known
export const answer = ['10.0.1.1', '10.0.2.1', 'fd00:1::1', 'fd00:2::1']
