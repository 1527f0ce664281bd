/**
 * Keeps links from prefetching their pages.
 *
 * Docusaurus assigns `window.docusaurus` when it starts, and its links call these two of its functions.
 */
const loader = { prefetch: () => false, preload: () => false }

if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'docusaurus', { get: () => loader, set: () => {} })
}
