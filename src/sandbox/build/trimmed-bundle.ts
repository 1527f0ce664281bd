import { fileURLToPath } from 'node:url'
import type { InputOptions, Plugin } from 'rolldown'

/** Replacements for modules that vitest's packages use for a terminal and for files. */
const instead: Record<string, string> = {
  tinyrainbow: 'export default new Proxy({}, { get: () => String })', // colours
  './serialize.js': 'export const serializeValue = (value) => value', // the result of a test stays in its worker
  pathe: 'export const relative = (_root, path) => path.slice(1)',
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

const plugin: Plugin = {
  name: 'trimmed-bundle',
  resolveId: (name) => (name in instead ? `\0${name}` : undefined),
  load: (id) => instead[id.slice(1)],
  transform(code, id) {
    const cut = cuts.find(({ file }) => file.test(id))
    if (!cut) return undefined
    if (code.match(cut.part)?.length !== cut.count) throw new Error(`${id}: it no longer has ${cut.part}`)
    return code.replace(cut.part, cut.by)
  },
}

/** Options to bundle the runner without the parts of its packages that it does not need in a worker. */
export const trimmedBundle: InputOptions = {
  plugins: [plugin],
  resolve: {
    alias: { '@vitest/utils/source-map': fileURLToPath(new URL('../stack.ts', import.meta.url)) },
  },
  treeshake: {
    propertyReadSideEffects: false,
    unknownGlobalSideEffects: false,
    manualPureFunctions: ['__name'], // sets the names of chai's functions
  },
}
