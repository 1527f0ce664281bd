import type { Plugin } from '@docusaurus/types'

/** What the bundler has to be told. */
export function bundler(): Plugin {
  return {
    name: 'bundler',
    configureWebpack: (_config, isServer) => ({
      // The theme imports Prism even where nothing uses it: our code is highlighted at build time.
      resolve: { alias: { 'prism-react-renderer': false } },
      // Our package.json says that .js means ES modules; what Docusaurus generates is CommonJS.
      module: { rules: [{ test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }] },
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].cjs' } }),
    }),
  }
}
