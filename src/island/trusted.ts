/**
 * The only way by which the page turns a text into elements. The security policy of the site
 * (`src/site/security-policy.ts`) lets browsers refuse a text that has not come through here.
 */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('fullmesh', { createHTML: (html) => html })

/**
 * Lets a text be set as HTML: as `innerHTML`, or by a parser.
 *
 * @param html was made by the build, or what it contains of other texts has gone through `escapeHtml`
 * @returns the same, marked as trusted where the browser knows marks
 */
export function trustedHtml(html: string): string {
  return policy?.createHTML(html) ?? html
}
