/**
 * A page that woke up fetches what its reader asks for, and nothing in advance.
 *
 * Docusaurus assigns `window.docusaurus` when it starts, and its links call these two.
 */
const loader = { prefetch: () => false, preload: () => false }

if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'docusaurus', { get: () => loader, set: () => {} })
}
