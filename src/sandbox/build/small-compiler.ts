import { readFile } from 'node:fs/promises'
import type { Plugin } from 'rolldown'

/**
 * The modules of Sucrase that `compile.ts` never calls with its options: other languages, other transforms, source maps.
 * Its check of its options needs, besides, a package under Apache-2.0, which cannot be combined with GPL-2.0-only.
 */
const unused = new RegExp(
  `[\\\\/]sucrase[\\\\/].*[\\\\/](${[
    'Options',
    'computeSourceMap',
    'formatTokens',
    'flow',
    'FlowTransformer',
    'xhtml',
    'JSXTransformer',
    'ReactDisplayNameTransformer',
    'ReactHotLoaderTransformer',
    'JestHoistTransformer',
    'ESMImportTransformer',
    'NumericSeparatorTransformer',
    'OptionalCatchBindingTransformer',
    'OptionalChainingNullishTransformer',
  ].join('|')}|jsx[\\\\/]index)\\.js$`,
)

/** A plugin of rolldown: in the place of the exports of {@link unused} modules there are functions that do nothing. */
export const smallCompiler: Plugin = {
  name: 'small-compiler',
  async load(id) {
    if (!unused.test(id)) return undefined
    const code = await readFile(id, 'utf8')
    const names = [...code.matchAll(/^export (?:async )?(?:function|class|const|let|var) (\w+)/gm)]
    return ['export default () => {}', ...names.map(([, name]) => `export const ${name} = () => {}`)].join(
      '\n',
    )
  },
}
