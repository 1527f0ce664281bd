/**
 * Keeps links from prefetching the pages that they lead to.
 *
 * Docusaurus assigns `window.docusaurus` when it starts, and its links call these two functions of it.
 */
const loader = { prefetch: () => false, preload: () => false }

if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'docusaurus', { get: () => loader, set: () => {} })
}
