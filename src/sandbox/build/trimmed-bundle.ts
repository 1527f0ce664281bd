import { fileURLToPath } from 'node:url'
import type { InputOptions, Plugin } from 'rolldown'

/** Replacements for modules that vitest's packages use for a terminal and for files. */
const instead: Record<string, string> = {
  tinyrainbow: 'export default new Proxy({}, { get: () => String })', // colours
  './serialize.js': 'export const serializeValue = (value) => value', // the result of a test stays in its worker
  pathe: 'export const relative = (_root, path) => path.slice(1)',
}

/** Replacements for what describes failures, which `quick.ts` does not. */
const insteadOfDescriptions: Record<string, string> = {
  '@vitest/utils/diff': 'export const diff = undefined, printDiffOrStringify = undefined',
  '@vitest/utils/display': 'export const stringify = undefined',
}

/** Parts of packages that are removed: the file, the part, how often it occurs, and its replacement. */
const cuts: readonly { file: RegExp; part: RegExp; count: number; by: string }[] = [
  {
    // Printers of values that a worker does not have.
    file: /pretty-format[\\/]dist[\\/]index\.js$/,
    part: /\b(DOMCollection|DOMElement|Immutable|ReactElement|ReactTestComponent): plugin(\$\d)?,?/g,
    count: 5,
    by: '$1: { test: () => false },',
  },
  {
    // `assert.equal(…)` and so on: vitest exports them, and no test uses them.
    file: /chai[\\/]index\.js$/,
    part: /\/\/ lib\/chai\/interface\/assert\.js\n[\s\S]*?(?=\/\/ lib\/chai\.js\n)/g,
    count: 1,
    by: 'const assert = undefined\n',
  },
]

const pluginWith = (replacements: Record<string, string>): Plugin => ({
  name: 'trimmed-bundle',
  resolveId: (name) => (name in replacements ? `\0${name}` : undefined),
  load: (id) => replacements[id.slice(1)],
  transform(code, id) {
    const cut = cuts.find(({ file }) => file.test(id))
    if (!cut) return undefined
    if (code.match(cut.part)?.length !== cut.count) throw new Error(`${id}: it no longer has ${cut.part}`)
    return code.replace(cut.part, cut.by)
  },
})

const optionsWith = (replacements: Record<string, string>): InputOptions => ({
  plugins: [pluginWith(replacements)],
  resolve: {
    alias: { '@vitest/utils/source-map': fileURLToPath(new URL('../stack.ts', import.meta.url)) },
  },
  treeshake: {
    propertyReadSideEffects: false,
    unknownGlobalSideEffects: false,
    // vitest's packages declare none: of what is not imported from them, nothing is kept.
    moduleSideEffects: [{ test: /[\\/]node_modules[\\/]/, sideEffects: false }],
    manualPureFunctions: ['__name'], // sets the names of chai's functions
  },
})

/** Options to bundle vitest's packages without the parts that they do not need in a worker. */
export const vitestOptions = optionsWith(instead)

/** Options to bundle the runner, which compares values as vitest does, and describes no failure. */
export const runnerOptions = optionsWith({ ...instead, ...insteadOfDescriptions })
