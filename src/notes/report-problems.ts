/**
 * Fails the build if anything is wrong. While an author writes (`npm run dev`) it only says so.
 *
 * @param problems one message each, beginning with a file and a line
 */
export function reportProblems(problems: string[]): void {
  if (problems.length === 0) return
  const message = problems.join('\n')
  if (process.env.NODE_ENV === 'production') throw new Error(message)
  console.error(message)
}
