/** The number of results that a function keeps. It is more than a site has pages, and ends the growth of a long session. */
const most = 2000

/** Returns a function with the same results as `make`, which it calls once for each text. Results are shared. */
export function remember<Result>(make: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    if (results.size >= most) results.clear()
    const result = make(text)
    results.set(text, result)
    return result
  }
}

/**
 * Returns a function with the same results as `make`, which it calls again for a file when its text has changed. Results
 * are shared.
 */
export function rememberFile<Result>(
  make: (file: string, text: string) => Result,
): (file: string, text: string) => Result {
  const last = new Map<string, { text: string; result: Result }>()
  return (file, text) => {
    const known = last.get(file)
    if (known?.text === text) return known.result
    const result = make(file, text)
    last.set(file, { text, result })
    return result
  }
}
