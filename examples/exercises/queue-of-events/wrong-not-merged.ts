// Fails with: one-event-each
export const answer = [
  'DEL 10.0.2.1',
  'ADD 10.0.3.1',
  'ADD 10.0.2.1',
  'DEL 10.0.2.1',
]
