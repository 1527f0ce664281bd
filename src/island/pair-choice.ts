/** Where the reader's choice to see a second language is kept: in the address (`?pair`), and in this browser. */

/** The key of the choice in the storage of this browser. */
export const pairKey = 'fullmesh-pair'

/**
 * Returns the tag of the second language that the reader has chosen; empty if any other will do, and null if the
 * reader has chosen none. The address comes first: `?pair`, or `?pair=en`. (The inline script asks only whether there is
 * a choice.)
 */
export function pairChoice(): string | null {
  try {
    return new URLSearchParams(location.search).get('pair') ?? localStorage.getItem(pairKey)
  } catch {
    return null // the browser refuses storage
  }
}

/** Remembers the choice for the pages that the reader opens later. */
export function rememberPair(tag: string | null): void {
  try {
    if (tag === null) localStorage.removeItem(pairKey)
    else localStorage.setItem(pairKey, tag)
  } catch {} // without storage the choice lasts as long as the page
}

/** Writes into the address whether the page shows two languages, so that it shows the same to others. */
export function namePair(isShown: boolean): void {
  const others = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !/^pair(=|$)/.test(part))
  const search = [...others, ...(isShown ? ['pair'] : [])].join('&')
  history.replaceState(history.state, '', `${location.pathname}${search && `?${search}`}${location.hash}`)
}
