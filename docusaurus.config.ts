import type { Options, ThemeConfig } from '@docusaurus/preset-classic'
import type { Config } from '@docusaurus/types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { languageOf, tags } from './reference/text.ts'
import { template } from './src/island/first-action/template.ts'
import { rehypeRowHeaders } from './src/notes/rehype-row-headers.ts'
import { remarkLinks } from './src/notes/remark-links.ts'
import { bundler } from './src/site/bundler.ts'
import { sitemapItems } from './src/site/sitemap.ts'
import { nativeImport } from './tools/node/native-import.cjs'

export default async function site(): Promise<Config> {
  const language = languageOf(process.env.DOCUSAURUS_CURRENT_LOCALE ?? '')

  const { firstAction } = (await nativeImport(
    './src/island/first-action/plugin.ts',
  )) as typeof import('./src/island/first-action/plugin.ts')
  const { rehypeHighlight } = (await nativeImport(
    './src/code-block/rehype-highlight.ts',
  )) as typeof import('./src/code-block/rehype-highlight.ts')

  const { cLineData, cLines } = (await nativeImport(
    './src/c-line/plugin.ts',
  )) as typeof import('./src/c-line/plugin.ts')

  const { pairs } = (await nativeImport('./src/notes/pairs.ts')) as typeof import('./src/notes/pairs.ts')

  const { exampleData, examples } = (await nativeImport(
    './src/example/build/plugin.ts',
  )) as typeof import('./src/example/build/plugin.ts')

  const { walkthroughData, walkthroughs } = (await nativeImport(
    './src/walkthrough/build/plugin.ts',
  )) as typeof import('./src/walkthrough/build/plugin.ts')

  const { callStackData, callStacks } = (await nativeImport(
    './src/call-stack/build/plugin.ts',
  )) as typeof import('./src/call-stack/build/plugin.ts')

  const { thenAndNow, thenAndNowData } = (await nativeImport(
    './src/then-and-now/plugin.ts',
  )) as typeof import('./src/then-and-now/plugin.ts')

  const { map } = (await nativeImport('./src/map/plugin.ts')) as typeof import('./src/map/plugin.ts')

  const { reference, referenceData } = (await nativeImport(
    './src/tables/plugin.ts',
  )) as typeof import('./src/tables/plugin.ts')

  return {
    title: { zh: 'mptcp_fullmesh.c 读本', en: 'Reading mptcp_fullmesh.c' }[language],
    titleDelimiter: '·',
    favicon: 'favicon.svg',
    url: process.env.SITE_URL || 'http://localhost:3000',
    baseUrl: process.env.BASE_URL || '/',
    baseUrlIssueBanner: false,
    trailingSlash: true,

    future: { v4: true },
    storage: { type: 'localStorage', namespace: 'fullmesh' },
    ssrTemplate: template,

    onBrokenLinks: 'throw',
    onBrokenAnchors: 'throw',
    onDuplicateRoutes: 'throw',
    markdown: {
      hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
    },

    i18n: {
      defaultLocale: tags.zh,
      locales: [tags.zh, tags.en],
      localeConfigs: {
        [tags.zh]: { label: '中文', htmlLang: tags.zh },
        [tags.en]: { label: 'English', htmlLang: tags.en },
      },
    },

    plugins: [
      bundler,
      pairs,
      cLines,
      firstAction,
      examples,
      walkthroughs,
      callStacks,
      thenAndNow,
      map,
      reference,
    ],
    presets: [
      [
        'classic',
        {
          blog: false,
          docs: {
            routeBasePath: '/',
            sidebarPath: './sidebars.ts',
            breadcrumbs: false,
            beforeDefaultRemarkPlugins: [remarkLinks, referenceData, cLineData],
            remarkPlugins: [remarkCjkFriendly, exampleData, walkthroughData, callStackData, thenAndNowData],
            rehypePlugins: [rehypeHighlight, rehypeRowHeaders],
          },
          theme: { customCss: ['./src/css/site.css'] },
          sitemap: { lastmod: null, changefreq: null, priority: null, createSitemapItems: sitemapItems },
        } satisfies Options,
      ],
    ],
    themeConfig: {
      colorMode: { respectPrefersColorScheme: true },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    } satisfies ThemeConfig,
  }
}
