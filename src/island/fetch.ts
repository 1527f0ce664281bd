/** Loads files that are served beside the script that is running. */

const texts = new Map<string, Promise<string>>()

/** Loads the text of a file that is served beside this script. @param answer that of a request that has begun */
export function fetchText(url: string, answer?: Promise<Response>): Promise<string> {
  return once(texts, url, async () => (await request(url, answer)).text())
}

/** Loads what a URL names once, and again only if that failed. */
export function once<T>(known: Map<string, Promise<T>>, url: string, load: () => Promise<T>): Promise<T> {
  const loading = known.get(url) ?? load()
  known.set(url, loading)
  loading.catch(() => known.delete(url))
  return loading
}

/** Loads a file, or waits for the answer of a request that has begun. Rejects if the status is not 2xx. */
export async function request(url: string, answer = fetch(here(url))): Promise<Response> {
  const response = await answer
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response
}

/** Returns the full URL of a file, given its URL relative to this script. */
export function here(url: string): string {
  return new URL(url, import.meta.url).href
}
