import type { Options, ThemeConfig } from '@docusaurus/preset-classic'
import type { Config } from '@docusaurus/types'
import {
  defaultLanguage,
  fallbackOf,
  folderOf,
  labelOf,
  languageOf,
  languages,
  pathOf,
  tagOf,
  textIn,
} from './reference/languages.ts'
import { parts } from './src/css/parts.ts'
import { template } from './src/island/first-action/template.ts'
import { sitemapItemsOf } from './src/site/sitemap.ts'
import { frameTag } from './src/site/strings.ts'
import { nativeImport } from './tools/node/native-import.cjs'

export default async function site(): Promise<Config> {
  const isDevelopment = process.env.NODE_ENV === 'development'
  const language = languageOf(process.env.DOCUSAURUS_CURRENT_LOCALE ?? '')
  // A build gives each page the parts that it needs: src/site/styles.ts
  const partFiles = isDevelopment ? parts.map(({ file }) => `./src/${file}`) : []

  const { beforeDefaultRemarkPlugins, plugins, rehypePlugins, remarkPlugins } = isDevelopment
    ? ((await nativeImport('./tools/dev/dev.ts')) as typeof import('./tools/dev/dev.ts')).develop(
        process.cwd(),
      )
    : ((await nativeImport('./src/site/build.ts')) as typeof import('./src/site/build.ts')).build(
        process.cwd(),
      )
  const { editUrlIn, repositoryIn } = (await nativeImport(
    './src/site/repository.ts',
  )) as typeof import('./src/site/repository.ts')
  const repository = repositoryIn(process.env)
  const frame = frameTag(process.cwd(), language)

  return {
    title: textIn({ zh: 'mptcp_fullmesh.c 源码解读', en: 'mptcp_fullmesh.c explained' }, language),
    titleDelimiter: '·',
    favicon: 'favicon.svg',
    url: process.env.SITE_URL || 'http://localhost:3000',
    baseUrl: process.env.BASE_URL || '/',
    baseUrlIssueBanner: false,
    trailingSlash: true,
    customFields: {
      isAddressKnown: Boolean(process.env.SITE_URL),
      ...(repository && { repository }),
      ...(frame && { frame }),
      hasBook: Boolean(process.env.WITH_BOOK), // `npm run book` will be run after the build
    },

    future: {
      v4: true,
      faster: { mdxCrossCompilerCache: false }, // only one bundler reads the pages: src/site/bundler.ts
      experimental_vcs: false, // no page shows when it was changed
    },
    storage: { type: 'localStorage', namespace: 'fullmesh' },
    ssrTemplate: template, // without scripts before the reader's first action; their policy: src/site/security-policy.ts

    onBrokenLinks: 'throw',
    onBrokenAnchors: 'throw',
    onDuplicateRoutes: 'throw',
    markdown: {
      // `npm run dev` shows the page, and names the link beside it.
      hooks: { onBrokenMarkdownLinks: isDevelopment ? 'ignore' : 'throw', onBrokenMarkdownImages: 'throw' },
      remarkRehypeOptions: {
        footnoteLabel: textIn({ zh: '脚注', en: 'Footnotes' }, language),
        footnoteBackLabel: (footnote, reference) => {
          const mark = reference > 1 ? `${footnote + 1}-${reference}` : `${footnote + 1}`
          return textIn({ zh: `返回脚注 ${mark} 的引用处`, en: `Back to reference ${mark}` }, language)
        },
      },
    },

    i18n: {
      defaultLocale: tagOf(defaultLanguage),
      locales: languages.map(tagOf),
      localeConfigs: Object.fromEntries(
        languages.map((language) => [
          tagOf(language),
          {
            label: labelOf(language),
            htmlLang: tagOf(language),
            baseUrl: `${process.env.BASE_URL || '/'}/${pathOf(language)}`, // also when one language is built alone
          },
        ]),
      ),
    },

    plugins,
    presets: [
      [
        'classic',
        {
          blog: false,
          docs: {
            // The pages that are not translated.
            path: folderOf(fallbackOf(language) ?? defaultLanguage),
            routeBasePath: '/',
            sidebarPath: './sidebars.ts',
            breadcrumbs: false,
            ...(repository && { editUrl: editUrlIn(repository) }),
            beforeDefaultRemarkPlugins,
            remarkPlugins,
            rehypePlugins,
          },
          theme: { customCss: ['./src/css/site.css', ...partFiles] },
          sitemap: {
            lastmod: null,
            changefreq: null,
            priority: null,
            createSitemapItems: sitemapItemsOf(process.cwd()),
          },
        } satisfies Options,
      ],
    ],
    themeConfig: {
      colorMode: { respectPrefersColorScheme: true },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    } satisfies ThemeConfig,
  }
}
