import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type InputOptions, type Plugin, rolldown } from 'rolldown'
import type { Language } from '../../../reference/languages.ts'
import { type Asset, hashed } from '../../notes/generated.ts'
import { shippedFiles } from '../../notes/shipped.ts'
import type { Script } from '../protocol.ts'
import { oneLanguage } from './one-language.ts'
import { smallCompiler } from './small-compiler.ts'
import { runnerOptions, vitestOptions } from './trimmed-bundle.ts'

/**
 * Bundles a module that pages load.
 *
 * @param entry the URL of its source file
 * @param name the name of its bundle, before the hash
 * @param language the language of the pages, whose words the bundle has
 * @param constants names that the module declares and does not define, with their values
 * @returns its bundle, then the chunks that it loads on demand
 */
export function bundleModule(
  entry: URL,
  name: string,
  language: Language,
  constants: Readonly<Record<string, unknown>> = {},
): Promise<Asset[]> {
  return bundle(
    entry,
    'esm',
    name,
    { plugins: [oneLanguage(language), smallStyles, adoptedStyles, smallCompiler] },
    constants,
  )
}

/** Removes comments and spaces from style sheets that a bundle has as text. */
const smallStyles: Plugin = {
  name: 'small-styles',
  transform: (code, id) => (id.endsWith('.css') ? smallStyle(code) : undefined),
}

/** Removes comments and spaces from a style sheet. */
export function smallStyle(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim()
}

/**
 * Makes CodeMirror add its styles by `adoptedStyleSheets` to the page too, as it does to shadow trees. The security policy
 * refuses its `<style>`.
 */
const adoptedStyles: Plugin = {
  name: 'adopted-styles',
  transform(code, id) {
    if (!/[\\/]style-mod[\\/]/.test(id)) return undefined
    const condition = '!root.head && root.adoptedStyleSheets'
    if (!code.includes(condition)) throw new Error(`${id}: it no longer has "${condition}"`)
    return code.replace(condition, 'root.adoptedStyleSheets')
  },
}

/** Bundles a module into the text of a script. */
export async function bundleScript(entry: URL, options?: InputOptions): Promise<string> {
  const [script] = await bundle(entry, 'iife', 'script', options)
  return script?.text ?? ''
}

/** Bundles the script that makes workers run tests with vitest's packages, all of them. */
export async function bundleVitest(): Promise<Script> {
  const text = await bundleScript(new URL('../vitest.ts', import.meta.url), vitestOptions)
  return { name: '/vitest', text }
}

/** Bundles a sandbox: the document of its frame, and the program of its workers, which includes `scripts`. */
export async function bundleSandbox(scripts: Script[]): Promise<{ frame: Asset; program: Asset }> {
  const [runner, frame] = await Promise.all([
    bundleScript(new URL('../worker.ts', import.meta.url), runnerOptions),
    bundleScript(new URL('../frame.ts', import.meta.url)),
  ])
  const texts = [runner, ...scripts.map(({ text }) => text), '//# sourceURL=/program']
  return {
    frame: hashed('sandbox.html', sandboxDocument(frame.trim())),
    program: hashed('program.js', texts.join('\n')),
  }
}

/** Bundles the runner for a worker of Node. @param scripts what it loads first: {@link bundleVitest} */
export async function bundleNodeRunner(scripts: Promise<Script>[] = [bundleVitest()]): Promise<string> {
  const runner = bundleScript(new URL('./node-worker.ts', import.meta.url), runnerOptions)
  const texts = (await Promise.all(scripts)).map(({ text }) => text)
  return [await runner, ...texts].join('\n')
}

async function bundle(
  entry: URL,
  format: 'iife' | 'esm',
  name: string,
  options: InputOptions = {},
  constants: Readonly<Record<string, unknown>> = {},
): Promise<Asset[]> {
  const defined = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])
  const build = await rolldown({
    ...options,
    input: fileURLToPath(entry),
    platform: 'browser',
    // What the entry shares with a part that is loaded later stays in the entry: one request less.
    preserveEntrySignatures: 'allow-extension',
    external: /^node:/,
    moduleTypes: { '.css': 'text' },
    transform: { define: { 'process.env.NODE_ENV': '"production"', ...Object.fromEntries(defined) } },
    logLevel: 'silent',
  })
  const { output } = await build.generate({
    format,
    minify: true,
    entryFileNames: `${name}.[hash].js`,
    chunkFileNames: '[name].[hash].js',
    hashCharacters: 'hex', // as in all other names: the server knows by it what never changes
    globals: (name) => `require(${JSON.stringify(name)})`,
  })
  await build.close()
  for (const file of output) if (file.type === 'chunk') for (const id of file.moduleIds) shippedFiles.add(id)
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.fileName, text: file.code }] : []))
}

/** Returns the document of the sandboxed frame: one script, and a policy that allows this script and blobs. */
function sandboxDocument(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:`
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>sandbox</title>
<script>${script}</script>
`
}
