// Fails with: search-goes-on
export const answer = 3
