import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from '@docusaurus/types'
import { fullmeshRaw } from '../../reference/kernel-source.ts'

/** What stands in a page may be used by its hash, which is known last: the element is minified before. */
const inPage = { script: "'sha256-of-the-inline-script'", style: "'sha256-of-the-inline-style'" }

/**
 * What a page may load and do. What is not here is refused: other inline styles and scripts, other hosts, forms,
 * plugins, and texts that are set as HTML without `trustedHtml` (`src/island/trusted.ts`).
 *
 * The frame that runs a reader's code has a stricter policy of its own: `src/sandbox/build/bundle.ts`.
 */
const policy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", inPage.script],
  'style-src': ["'self'", inPage.style],
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

/** Puts the policy on every page, before the inline script and style. */
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
        if (!html.includes(inPage.script)) continue
        const script = html.replace(inPage.script, hashOf('script', html))
        await writeFile(path, script.replace(inPage.style, hashOf('style', html)))
      }
    },
  }
}

/** Returns the hash of the inline script or style of a page, as a source of the policy. */
function hashOf(name: 'script' | 'style', html: string): string {
  const text = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(html)?.[1] ?? ''
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
