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
