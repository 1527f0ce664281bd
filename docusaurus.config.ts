import type { Options, ThemeConfig } from '@docusaurus/preset-classic'
import type { Config } from '@docusaurus/types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { bundler } from './src/plugins/bundler.ts'
import { template } from './src/plugins/first-action/template.ts'
import { rehypeRowHeaders } from './src/plugins/rehype-row-headers.ts'
import { remarkLinks } from './src/plugins/remark-links.ts'
import { sitemapItems } from './src/plugins/sitemap.ts'
import { nativeImport } from './tools/native-import.cjs'

export default async function site(): Promise<Config> {
  const english = process.env.DOCUSAURUS_CURRENT_LOCALE === 'en'

  const { firstAction } = (await nativeImport(
    './src/plugins/first-action/index.ts',
  )) as typeof import('./src/plugins/first-action/index.ts')
  const { rehypeHighlight } = (await nativeImport(
    './src/plugins/highlight/rehype-highlight.ts',
  )) as typeof import('./src/plugins/highlight/rehype-highlight.ts')

  const { cLineData, cLines } = (await nativeImport(
    './src/plugins/c-lines/index.ts',
  )) as typeof import('./src/plugins/c-lines/index.ts')

  const { pairs } = (await nativeImport('./src/plugins/pairs.ts')) as typeof import('./src/plugins/pairs.ts')

  const { exampleData, examples } = (await nativeImport(
    './src/plugins/examples/index.ts',
  )) as typeof import('./src/plugins/examples/index.ts')

  const { walkthroughData, walkthroughs } = (await nativeImport(
    './src/plugins/walkthroughs/index.ts',
  )) as typeof import('./src/plugins/walkthroughs/index.ts')

  const { callStackData, callStacks } = (await nativeImport(
    './src/plugins/call-stacks/index.ts',
  )) as typeof import('./src/plugins/call-stacks/index.ts')

  const { thenAndNow, thenAndNowData } = (await nativeImport(
    './src/plugins/then-and-now/index.ts',
  )) as typeof import('./src/plugins/then-and-now/index.ts')

  const { reference, referenceData } = (await nativeImport(
    './src/plugins/reference/index.ts',
  )) as typeof import('./src/plugins/reference/index.ts')

  return {
    title: english ? 'Reading mptcp_fullmesh.c' : 'mptcp_fullmesh.c 读本',
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
      defaultLocale: 'zh-Hans',
      locales: ['zh-Hans', 'en'],
      localeConfigs: {
        'zh-Hans': { label: '中文', htmlLang: 'zh-Hans' },
        en: { label: 'English', htmlLang: 'en' },
      },
    },

    plugins: [bundler, pairs, cLines, firstAction, examples, walkthroughs, callStacks, thenAndNow, reference],
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
