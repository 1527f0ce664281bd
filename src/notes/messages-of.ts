import { codeTag } from '../../reference/languages.ts'

/**
 * Returns the messages of a check. If it throws, these are the lines of the error: functions that read the examples and
 * other facts throw one error, with a line for each problem that they find.
 */
export function messagesOf(check: () => string[]): string[] {
  try {
    return check()
  } catch (error) {
    return messagesOfError(error)
  }
}

/** Returns the lines of an error. */
export function messagesOfError(error: unknown): string[] {
  return (error instanceof Error ? error.message : String(error)).split('\n')
}

/**
 * Returns the results of `read` for all items.
 *
 * @throws one error, with the messages of all items that could not be read
 */
export function readAll<Item, Result>(items: readonly Item[], read: (item: Item) => Result): Result[] {
  const problems: string[] = []
  const results = items.flatMap((item) => {
    try {
      return [read(item)]
    } catch (error) {
      problems.push(...messagesOfError(error))
      return []
    }
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return results
}

/** Compares two messages by file and line. */
export function byPlace(a: string, b: string): number {
  return a.localeCompare(b, codeTag, { numeric: true })
}
