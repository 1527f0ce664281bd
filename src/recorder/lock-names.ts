/** The names in C of the locks of a session. */
export const lockNames = { mutex: 'mpcb_mutex', owned: 'lock_sock' } as const
