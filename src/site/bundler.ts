import { createRequire } from 'node:module'
import type { Plugin } from '@docusaurus/types'

const require = createRequire(import.meta.url)
const infima = require.resolve('infima/dist/css/default/default.css')

/** Settings of Docusaurus's bundler. */
export function bundler(): Plugin {
  return {
    name: 'bundler',
    configureWebpack: (_config, isServer) => ({
      // The theme imports Prism and Infima. Code is highlighted at build time instead, and `src/css` replaces Infima
      // with a fifth of its bytes.
      resolve: { alias: { 'prism-react-renderer': false, [infima]: false } },
      // In this package .js files are ES modules; those that Docusaurus generates are CommonJS.
      module: { rules: [{ test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }] },
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].cjs' } }),
    }),
  }
}
