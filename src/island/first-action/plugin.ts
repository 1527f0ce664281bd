import { fileURLToPath } from 'node:url'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { rolldown } from 'rolldown'

/**
 * Puts the inline script of `inline.ts` on every page. The security policy (`src/site/security-policy.ts`) allows no other.
 */
export async function firstAction(context: LoadContext): Promise<Plugin> {
  const script = await inlineScript(`theme${context.siteStorage.namespace}`)
  return {
    name: 'first-action',

    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', innerHTML: script }] }),
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
