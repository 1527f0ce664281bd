import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Plugin } from '@docusaurus/types'
import { bundlerPolicy } from './security-policy.ts'

const require = createRequire(import.meta.url)
const infima = require.resolve('infima/dist/css/default/default.css')
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** Settings of Docusaurus's bundler. */
export function bundler(): Plugin {
  return {
    name: 'bundler',
    // What older browsers lack is written by Lightning CSS when the style sheet is minified; this would add it once more.
    configurePostCss: (options) => ({ ...options, plugins: [] }),
    configureWebpack: (_config, isServer, { currentBundler: { instance } }) => ({
      // The site's own styles have what it needs of those of Docusaurus's components.
      plugins: [
        new instance.NormalModuleReplacementPlugin(
          /[\\/]@docusaurus[\\/].*\.css$/,
          pathOf('../css/nothing.css'),
        ),
      ],
      // The theme imports Prism and Infima. Code is highlighted at build time instead, and the site's own styles stand
      // in the place of Infima, with a fifth of its bytes. (With `false` for it, its id would depend on the folder in
      // which the site is built.)
      resolve: {
        alias: {
          'prism-react-renderer': false,
          [infima]: pathOf('../css/site.css'),
          nprogress$: pathOf('./progress.ts'),
          ...(!isServer && { 'react-helmet-async$': pathOf('./head.tsx') }),
        },
      },
      // In this package .js files are ES modules; those that Docusaurus generates are CommonJS.
      module: { rules: [{ test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }] },
      output: isServer ? { chunkFilename: 'assets/js/[name].cjs' } : { trustedTypes: bundlerPolicy },
    }),
  }
}
