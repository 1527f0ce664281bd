/** What has happened when `run()` returns. */
export const answer: string | undefined = undefined
