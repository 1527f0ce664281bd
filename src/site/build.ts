import type { PluginConfig } from '@docusaurus/types'
import { remarkMarks } from '../../tools/translate/remark-marks.ts'
import { callStacks } from '../call-stack/build/plugin.ts'
import { rehypeHighlight } from '../code-block/rehype-highlight.ts'
import { examples } from '../example/build/plugin.ts'
import { improvement, sourceFiles } from '../improve/build/plugin.ts'
import { firstAction } from '../island/first-action/plugin.ts'
import { map } from '../map/plugin.ts'
import { rehypeTables } from '../notes/rehype-tables.ts'
import { remarkElements } from '../notes/remark-elements.ts'
import { remarkLines } from '../notes/remark-lines.ts'
import { remarkLinks } from '../notes/remark-links.ts'
import { pair } from '../pair/build/plugin.ts'
import { remarkTerms } from '../terms/terms.ts'
import { thenAndNow } from '../then-and-now/plugin.ts'
import { translationStates } from '../translation/plugin.ts'
import { remarkNotices } from '../translation/remark-notices.ts'
import { walkthroughs } from '../walkthrough/build/plugin.ts'
import { whichMptcpField } from '../which-mptcp/build/plugin.ts'
import { bundler } from './bundler.ts'
import { checks } from './checks.ts'
import { elements } from './elements.ts'
import { strings } from './strings.ts'

/** The plugins of Docusaurus that make the site. */
export const plugins: PluginConfig[] = [
  bundler,
  strings,
  checks,
  firstAction,
  examples,
  walkthroughs,
  callStacks,
  thenAndNow,
  map,
  whichMptcpField,
  pair,
  translationStates,
  sourceFiles,
  improvement,
]

/** Plugins for the syntax tree of a page. The last adds tables, in which links are not checked and terms not marked. */
export const beforeDefaultRemarkPlugins = [
  remarkMarks,
  remarkLines,
  remarkLinks,
  remarkTerms,
  remarkNotices,
  remarkElements(elements),
]

/** Plugins for the HTML of a page. */
export const rehypePlugins = [rehypeHighlight, rehypeTables]
