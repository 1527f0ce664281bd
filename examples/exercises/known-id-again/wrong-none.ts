// Fails with: wlan0-not-tried
export const answer = 'none'
