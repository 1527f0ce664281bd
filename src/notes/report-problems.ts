/**
 * Throws if there are problems. In the development server (`npm run dev`) it only prints them.
 *
 * @param problems messages, each beginning with a file and a line
 */
export function reportProblems(problems: string[]): void {
  if (problems.length === 0) return
  const message = problems.join('\n')
  if (process.env.NODE_ENV === 'production') throw new Error(message)
  console.error(message)
}
