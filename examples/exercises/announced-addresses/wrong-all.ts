// Fails with: initial-address-known
export const answer = '10.0.1.1 10.0.2.1 10.0.3.1'
