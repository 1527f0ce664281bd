import type { Tab } from '../words.ts'

const key = 'walk:tab'

/** Keeps the panel that the reader chose, for the walks that begin in this tab of the browser. */
export function keepTab(tab: Tab): void {
  try {
    sessionStorage.setItem(key, tab)
  } catch {} // without storage every walk begins with the same panel
}

/** Returns the panel that was kept; undefined if none was. */
export function keptTab(): Tab | undefined {
  try {
    return (sessionStorage.getItem(key) as Tab | null) ?? undefined
  } catch {
    return undefined
  }
}
