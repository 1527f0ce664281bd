/** The repository of the site, to which pages link. It is known only if REPOSITORY_URL names it. */
export interface Repository {
  /** `https://github.com/OWNER/NAME` */
  url: string
  /** The commit that the site was built from; empty if it is unknown. */
  commit: string
}

/**
 * Returns the address at which GitHub edits a file.
 *
 * @param file from the root of the repository
 */
export function editAddress({ url }: Repository, file: string): string {
  return `${url}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`
}

/**
 * Returns the address at which GitHub begins an issue.
 *
 * @param body ends with the address of the page, to which the inline script adds the section or the step that the
 *   reader is at (`a[data-report]`)
 */
export function reportAddress({ url }: Repository, title: string, body: string): string {
  return `${url}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`
}
