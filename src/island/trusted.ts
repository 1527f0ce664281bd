/**
 * The only way by which the page turns a text into elements, or names a script to be run. The security policy of the site
 * (`src/site/security-policy.ts`) lets browsers refuse what has not come through here.
 */

interface Policy {
  createHTML(html: string): string
  createScriptURL(url: string): string
}

export interface TrustedTypes {
  createPolicy(name: string, rules: Partial<Policy>): Policy
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('fullmesh', {
  createHTML: (html) => html,
  createScriptURL: (url) => url,
})

/**
 * Lets a text be set as HTML: as `innerHTML`, or by a parser.
 *
 * @param html was made by the build, or what it contains of other texts has gone through `escapeHtml`
 * @returns the same, marked as trusted where the browser knows marks
 */
export function trustedHtml(html: string): string {
  return policy?.createHTML(html) ?? html
}

/** Lets a URL be that of a script. @param url of the site itself */
export function trustedScriptUrl(url: string): string {
  return policy?.createScriptURL(url) ?? url
}
