import { fileURLToPath } from 'node:url'
import type { InputOptions, Plugin } from 'rolldown'

/** What stands in for modules that vitest's packages use for a terminal and for files. */
const instead: Record<string, string> = {
  tinyrainbow: 'export default new Proxy({}, { get: () => String })', // colours
  './serialize.js': 'export const serializeValue = (value) => value', // the result of a test stays in its worker
  pathe: 'export const relative = (_root, path) => path.slice(1)',
}

/** Values that vitest can print, and that a worker does not have. */
const foreign = /\b(DOMCollection|DOMElement|Immutable|ReactElement|ReactTestComponent): plugin(\$\d)?,?/g

const plugin: Plugin = {
  name: 'lean',
  resolveId: (name) => (name in instead ? `\0${name}` : undefined),
  load: (id) => instead[id.slice(1)],
  transform(code, id) {
    if (!/pretty-format[\\/]dist[\\/]index\.js$/.test(id)) return undefined
    const found = code.match(foreign)
    if (found?.length !== 5) throw new Error(`${id}: its list of plugins has changed`)
    return code.replace(foreign, '$1: { test: () => false },')
  },
}

/** How the runner is bundled: without the parts of its packages that it does not need in a worker. */
export const lean: InputOptions = {
  plugins: [plugin],
  resolve: {
    alias: { '@vitest/utils/source-map': fileURLToPath(new URL('../stack.ts', import.meta.url)) },
  },
  treeshake: {
    propertyReadSideEffects: false,
    unknownGlobalSideEffects: false,
    manualPureFunctions: ['__name'], // gives functions of chai their names again
  },
}
