/** A host with two addresses. What these commands print is not asked. */
export const host = [
  'insmod',
  'link add eth0',
  'link add wlan0',
  'addr add 10.0.1.1 dev eth0',
  'addr add 10.0.2.1 dev wlan0',
  'advance 500',
]

/** Predict what these commands print. The clock is at 500. */
export const commands = [
  'connect c1 10.0.1.1:4000 10.9.1.1:80', // the host opens a session
  'own c1', // an application owns the meta socket
  'established c1', // the initial subflow is fully established
  'addr add 10.0.3.1 dev eth0', // interface 2; wlan0 is interface 3
  'advance 500', // 500 ms pass
  'release c1', // the application releases the meta socket
]
