import { createRequire } from 'node:module'
import type { Plugin } from '@docusaurus/types'

const infima = createRequire(import.meta.url).resolve('infima/dist/css/default/default.css')

/** What the bundler has to be told. */
export function bundler(): Plugin {
  return {
    name: 'bundler',
    configureWebpack: (_config, isServer) => ({
      // The theme brings Prism and Infima along. Our code is highlighted at build time, and `src/css` is all the
      // style there is, in a fifth of the bytes.
      resolve: { alias: { 'prism-react-renderer': false, [infima]: false } },
      // Our package.json says that .js means ES modules; what Docusaurus generates is CommonJS.
      module: { rules: [{ test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }] },
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].cjs' } }),
    }),
  }
}
