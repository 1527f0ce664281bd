// Fails with: order
export const answer = ['fd00:1::1', 'fd00:2::1', '10.0.2.1']
