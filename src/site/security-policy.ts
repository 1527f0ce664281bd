import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from '@docusaurus/types'
import { fullmeshRaw } from '../../reference/kernel-source.ts'

/** Stands for the hash of the inline script until this is known: the script is minified last. */
const inlineScript = "'sha256-of-the-inline-script'"

/**
 * What a page may load and do. What is not here is refused: inline styles, other inline scripts, other hosts, forms,
 * plugins, and texts that are set as HTML without `trustedHtml` (`src/island/trusted.ts`).
 *
 * The frame that runs a reader's code has a stricter policy of its own: `src/sandbox/build/bundle.ts`.
 */
const policy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", inlineScript],
  'style-src': ["'self'"],
  // `data:` is a pattern in a style sheet.
  'img-src': ["'self'", 'data:'],
  // The C file beside a walk, which is loaded when the reader clicks: this file, not its whole host.
  'connect-src': ["'self'", fullmeshRaw],
  'frame-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // `fullmesh` is that of `trusted.ts`, of which each bundle has a copy.
  'trusted-types': ['fullmesh', "'allow-duplicates'"],
}

/** Puts the policy on every page, before the inline script. */
export function securityPolicy(): Plugin {
  const content = Object.entries(policy).map(([directive, sources]) => [directive, ...sources].join(' '))
  const tag = {
    tagName: 'meta',
    attributes: { 'http-equiv': 'Content-Security-Policy', content: content.join('; ') },
  }
  return {
    name: 'security-policy',

    // The development server evaluates code and opens a socket: no policy there.
    injectHtmlTags: () => ({ headTags: process.env.NODE_ENV === 'production' ? [tag] : [] }),

    async postBuild({ outDir }) {
      const pages = await readdir(outDir, { recursive: true })
      for (const page of pages.filter((name) => name.endsWith('.html'))) {
        const path = join(outDir, page)
        const html = await readFile(path, 'utf8')
        if (html.includes(inlineScript)) await writeFile(path, html.replace(inlineScript, hashIn(html)))
      }
    },
  }
}

/** Returns the hash of the inline script of a page, as a source of `script-src`. */
function hashIn(html: string): string {
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}
