// Fails with: same-device
export const answer = ['10.0.2.1', 'fd00:2::1']
