import type { PluginConfig } from '@docusaurus/types'
import type { RootContent } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkMarks } from '../../tools/translate/remark-marks.ts'
import { callStacks, placesOfStacks } from '../call-stack/build/plugin.ts'
import { rehypeHighlight } from '../code-block/rehype-highlight.ts'
import { contents } from '../contents/build/plugin.ts'
import { examples } from '../example/build/plugin.ts'
import { improvement, sourceFiles } from '../improve/build/plugin.ts'
import { firstAction } from '../island/first-action/plugin.ts'
import { copyPage } from '../machines/build/copy-page.ts'
import { machines } from '../machines/build/plugin.ts'
import { map } from '../map/plugin.ts'
import { type Generation, generationPlugin } from '../notes/generated.ts'
import { rehypeTables } from '../notes/rehype-tables.ts'
import { remarkElements, remarkWithoutListed } from '../notes/remark-elements.ts'
import { remarkLines } from '../notes/remark-lines.ts'
import { remarkLinks, remarkShownPages } from '../notes/remark-links.ts'
import { remarkNames } from '../notes/remark-names.ts'
import { offline, offlineFiles } from '../offline/build/plugin.ts'
import { ownScenarioField } from '../own-scenario/build/plugin.ts'
import { pair } from '../pair/build/plugin.ts'
import { search, searchIndex } from '../search/build/plugin.ts'
import { symbolIndex } from '../symbols/build/plugin.ts'
import { remarkTerms } from '../terms/terms.ts'
import { thenAndNow } from '../then-and-now/plugin.ts'
import { translationStates } from '../translation/plugin.ts'
import { remarkNotices } from '../translation/remark-notices.ts'
import { walkthroughs } from '../walkthrough/build/plugin.ts'
import { walksOnPages } from '../walkthrough/build/walks-on-pages.ts'
import { whichMptcpField } from '../which-mptcp/build/plugin.ts'
import { bundler } from './bundler.ts'
import { elements } from './elements.ts'
import { licences } from './licences.ts'
import { madeFrom } from './made-from.ts'
import { securityPolicy } from './security-policy.ts'
import { strings } from './strings.ts'
import { styles } from './styles.ts'

/** The data of all elements. */
export const generations: readonly Generation[] = [
  examples,
  walkthroughs,
  callStacks,
  symbolIndex({ walksOnPages, placesOfStacks }),
  thenAndNow,
  map,
  whichMptcpField,
  ownScenarioField,
  contents,
  pair,
  search,
  offline,
  translationStates,
  sourceFiles,
  improvement,
  copyPage,
]

/** The plugins of Docusaurus that the build and the development server have in common. */
export const commonPlugins: PluginConfig[] = [bundler, strings, securityPolicy, firstAction]

/**
 * Makes the plugins for the syntax tree of a page, after the links are checked. The last adds tables, in which terms are
 * not marked.
 *
 * @param insteadOf returns nodes to put in place of an element with a problem; without it, the problem is thrown
 */
export const pagePlugins = (insteadOf?: (problem: string) => RootContent[]) => [
  remarkMarks,
  remarkLines,
  remarkTerms,
  remarkNotices,
  remarkElements(elements, insteadOf),
  remarkNames(process.env.BASE_URL || '/'),
  remarkShownPages,
]

/** Returns what Docusaurus needs to build the site in `siteDir`. */
export function build(siteDir: string) {
  // Docusaurus makes pages anew when options of plugins change: this is an option, and has no other use.
  const options = { madeFrom: madeFrom(siteDir) }
  return {
    plugins: [
      searchIndex,
      ...generations.map(generationPlugin),
      machines,
      styles,
      offlineFiles,
      licences,
      ...commonPlugins,
    ] as PluginConfig[],
    beforeDefaultRemarkPlugins: [[remarkLinks, options] as const, ...pagePlugins()],
    remarkPlugins,
    rehypePlugins,
  }
}

/** Plugins for the syntax tree of a page when Docusaurus has made the list of its sections. The first extends the parser. */
export const remarkPlugins = [remarkCjkFriendly, remarkWithoutListed]

/** Plugins for the HTML of a page. */
export const rehypePlugins = [rehypeHighlight, rehypeTables]
