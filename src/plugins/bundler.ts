import type { Plugin } from '@docusaurus/types'

/** What the bundler has to be told. */
export function bundler(): Plugin {
  return {
    name: 'bundler',
    configureWebpack: () => ({
      // The theme imports Prism even where nothing uses it: our code is highlighted at build time.
      resolve: { alias: { 'prism-react-renderer': false } },
      module: {
        // Docusaurus generates CommonJS; our package.json says that .js means ES modules.
        rules: [{ test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }],
      },
    }),
  }
}
