/** Returns the id of the example that is one test, by the key of the test. */
export function codeId(key: string): string {
  return `code-${key}`
}
