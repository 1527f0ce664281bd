// Fails with: data-has-no-room
export const answer = 2
