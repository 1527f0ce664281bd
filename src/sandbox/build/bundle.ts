import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type InputOptions, type Plugin, rolldown } from 'rolldown'
import type { Language } from '../../../reference/languages.ts'
import { type Asset, hashed } from '../../notes/generated.ts'
import { codeDigest, once, onDisk } from '../../notes/on-disk.ts'
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
  const plugins = [oneLanguage(language), smallStyles, adoptedStyles, smallCompiler]
  return bundle([entry.href, name, language, JSON.stringify(constants)], () =>
    bundleAnew(entry, 'esm', name, { plugins }, constants),
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

const scriptOptions = { plain: {}, runner: runnerOptions, vitest: vitestOptions }

/** Bundles a module into the text of a script. */
export async function bundleScript(entry: URL, kind: keyof typeof scriptOptions = 'plain'): Promise<string> {
  const [script] = await bundle([entry.href, kind], () =>
    bundleAnew(entry, 'iife', 'script', scriptOptions[kind]),
  )
  return script?.text ?? ''
}

/** Bundles the script that makes workers run tests with vitest's packages, all of them. */
export async function bundleVitest(): Promise<Script> {
  const text = await bundleScript(new URL('../vitest.ts', import.meta.url), 'vitest')
  return { name: '/vitest', text }
}

/** Bundles a sandbox: the document of its frame, and the program of its workers, which includes `scripts`. */
export async function bundleSandbox(scripts: Script[]): Promise<{ frame: Asset; program: Asset }> {
  const [runner, frame] = await Promise.all([
    bundleScript(new URL('../worker.ts', import.meta.url), 'runner'),
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
  const runner = bundleScript(new URL('./node-worker.ts', import.meta.url), 'runner')
  const texts = (await Promise.all(scripts)).map(({ text }) => text)
  return [await runner, ...texts].join('\n')
}

/** The chunks of a bundle, the entry first, and the files that they are made of. */
interface Bundle {
  chunks: Asset[]
  files: string[]
}

/** All that can be in a bundle. */
const code = codeDigest(['examples'])

/**
 * Returns the chunks of a bundle from the disk, if they are there. `npm run dev` makes them anew: it bundles code that
 * has changed since this module was loaded.
 *
 * @param inputs all that tells the bundle from others
 */
async function bundle(inputs: readonly string[], make: () => Promise<Bundle>): Promise<Asset[]> {
  const isDevelopment = process.env.NODE_ENV === 'development'
  const { chunks, files } = await (isDevelopment
    ? make()
    : once(onDisk<Bundle>('bundles', [code, ...inputs]), make))
  for (const file of files) shippedFiles.add(file)
  return chunks
}

async function bundleAnew(
  entry: URL,
  format: 'iife' | 'esm',
  name: string,
  options: InputOptions,
  constants: Readonly<Record<string, unknown>> = {},
): Promise<Bundle> {
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
  const chunks = output.filter((file) => file.type === 'chunk')
  return {
    chunks: chunks.map(({ fileName, code }) => ({ name: fileName, text: code })),
    files: chunks.flatMap(({ moduleIds }) => moduleIds),
  }
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
