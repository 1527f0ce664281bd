import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { folderOf, languages } from '../../reference/languages.ts'

const require = createRequire(import.meta.url)
const infima = require.resolve('infima/dist/css/default/default.css')
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const siteStyle = pathOf('../css/site.css')

/**
 * Settings of Docusaurus's bundler.
 *
 * It bundles the program that writes the pages when the site is built, and for the pages only their style sheet: no page
 * loads React, which `npm run dev` does. What a page does is in the inline script (`src/island/first-action/`) and in
 * the modules of its elements, which are bundled elsewhere (`src/sandbox/build/bundle.ts`).
 */
export function bundler({ baseUrl, siteDir }: LoadContext): Plugin {
  const folders = languages.map((language) => join(siteDir, folderOf(language), '/'))
  return {
    name: 'bundler',
    // What older browsers lack is written by Lightning CSS when the style sheet is minified; this would add it once more.
    configurePostCss: (options) => ({ ...options, config: false, plugins: [] }),
    configureWebpack: (_config, isServer, { currentBundler: { instance } }) => ({
      ...(process.env.NODE_ENV === 'production' && !isServer && { entry: [siteStyle] }),
      // The site's own styles have what it needs of those of Docusaurus's components.
      plugins: [
        new instance.NormalModuleReplacementPlugin(
          /[\\/]@docusaurus[\\/].*\.css$/,
          pathOf('../css/nothing.css'),
        ),
        // Docusaurus lets the scripts of the pages write their images, and there are none.
        new instance.NormalModuleReplacementPlugin(/\bemitFile=false\b/, (module) => {
          module.request = module.request.replace('emitFile=false', `outputPath=../&publicPath=${baseUrl}`)
        }),
      ],
      // The theme imports Prism and Infima. Code is highlighted at build time instead, and the site's own styles stand
      // in the place of Infima, with a fifth of its bytes. (With `false` for it, its id would depend on the folder in
      // which the site is built.)
      resolve: { alias: { 'prism-react-renderer': false, [infima]: siteStyle } },
      // In this package .js files are ES modules; those that Docusaurus generates are CommonJS.
      module: {
        rules: [
          { test: /[\\/]\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' },
          {
            test: /\.mdx$/,
            include: folders,
            enforce: 'pre',
            loader: pathOf('./translations-loader.cjs'),
            options: { folders },
          },
        ],
      },
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].cjs' } }),
    }),
    // The bundler makes an empty script beside the style sheet.
    postBuild: ({ outDir }) => rm(join(outDir, 'assets/js'), { recursive: true }),
  }
}
