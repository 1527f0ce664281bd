export const answer = ['10.0.2.1', 'fd00:1::1', 'fd00:2::1']
