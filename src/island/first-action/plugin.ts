import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { rolldown } from 'rolldown'
import { fullmeshRaw } from '../../../reference/kernel-source.ts'

/**
 * Puts the inline script of `inline.ts` on every page, and a content security policy that allows no other.
 *
 * `template.ts` keeps Docusaurus's own scripts from loading before the inline script loads them.
 */
export async function firstAction(context: LoadContext): Promise<Plugin> {
  const script = await inlineScript(`theme${context.siteStorage.namespace}`)
  return {
    name: 'first-action',

    injectHtmlTags: () => ({
      headTags: [
        // The development server evaluates code and opens a socket: no policy there.
        ...(process.env.NODE_ENV === 'production' ? [policyTag] : []),
        { tagName: 'script', innerHTML: script },
      ],
    }),

    /** Puts the hash of the script into the policy. Only now has the script been minified. */
    async postBuild({ outDir }) {
      const pages = await readdir(outDir, { recursive: true })
      for (const page of pages.filter((name) => name.endsWith('.html'))) {
        const path = join(outDir, page)
        const html = await readFile(path, 'utf8')
        if (html.includes(hashOfScript)) await writeFile(path, html.replace(hashOfScript, scriptHash(html)))
      }
    },

    getClientModules: () => [fileURLToPath(new URL('./no-prefetch.ts', import.meta.url))],
  }
}

/** Compiles and minifies the inline script. */
export async function inlineScript(themeKey: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./inline.ts', import.meta.url)),
    transform: { define: { THEME_KEY: JSON.stringify(themeKey) }, target: 'es2022' },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  return output[0].code.trim()
}

const hashOfScript = "'sha256-of-the-inline-script'"

const policyTag = {
  tagName: 'meta',
  attributes: {
    'http-equiv': 'Content-Security-Policy',
    content: [
      "default-src 'self'",
      `script-src 'self' ${hashOfScript}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      // The C file beside a walk, which is loaded when the reader clicks: this file, not its whole host.
      `connect-src 'self' ${fullmeshRaw}`,
      "frame-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  },
}

function scriptHash(html: string): string {
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}
