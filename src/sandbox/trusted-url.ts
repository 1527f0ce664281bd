/** Makes URLs that a page with Trusted Types accepts as those of scripts. */
interface UrlPolicy {
  createScriptURL(url: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: UrlPolicy): UrlPolicy
}

/**
 * Returns a function that marks URLs of scripts as trusted. In a kept copy of the site the frame and its workers have the
 * security policy of the page, which may ask for this.
 *
 * It uses nothing outside of it: its text becomes a part of the first script of a worker.
 */
export function trustUrls(): (url: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('fullmesh', { createScriptURL: (url) => url })
  return (url) => policy?.createScriptURL(url) ?? url
}
