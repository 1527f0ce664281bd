import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type InputOptions, rolldown } from 'rolldown'
import type { Script } from '../protocol.ts'
import { lean } from './lean.ts'

/** A file to be served beside the pages. */
export interface Asset {
  name: string
  text: string
}

/** Bundles the element `<full-mesh-example>`; the first asset is the module that the page loads. */
export function bundleIsland(): Promise<Asset[]> {
  return bundle('../../example/page/element.tsx', 'esm', 'example')
}

/** Bundles a sandbox: the document of its frame, and the program of its workers, in which some scripts are loaded. */
export async function bundleSandbox(scripts: Script[]): Promise<{ frame: Asset; program: Asset }> {
  const [[runner], [frame]] = await Promise.all([
    bundle('../worker.ts', 'iife', 'script', lean),
    bundle('../frame.ts', 'iife'),
  ])
  const texts = [text(runner), ...scripts.map(({ text }) => text), '//# sourceURL=/program']
  return {
    frame: hashed('sandbox.html', sandboxDocument(text(frame).trim())),
    program: hashed('program.js', texts.join('\n')),
  }
}

/** Bundles the runner for a worker of Node. */
export async function bundleNodeRunner(): Promise<string> {
  const [runner] = await bundle('./node-worker.ts', 'iife', 'script', lean)
  return text(runner)
}

/** Bundles the recorder, which is loaded before code that is marked for a walk. */
export async function bundleRecorder(): Promise<string> {
  const [recorder] = await bundle('../../recorder/script.ts', 'iife')
  return text(recorder)
}

/** Bundles the player of walks; the first asset is the module that the page loads. */
export function bundlePlayer(): Promise<Asset[]> {
  return bundle('../../walkthrough/page/player.ts', 'esm', 'player')
}

/** Bundles the player of call stacks. */
export async function bundleStackPlayer(): Promise<Asset> {
  const [player] = await bundle('../../call-stack/page/player.ts', 'esm', 'player')
  return player as Asset
}

/** Makes `folder` hold the assets, and nothing else. */
export function writeAssets(assets: Asset[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of assets) writeFileSync(join(folder, name), text)
}

/** Names an asset after its content, so that it can be cached for ever. */
export function hashed(name: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { name: name.replace(/\.(?=[^.]+$)/, `.${hash}.`), text }
}

async function bundle(
  file: string,
  format: 'iife' | 'esm',
  name = 'script',
  options: InputOptions = {},
): Promise<Asset[]> {
  const build = await rolldown({
    ...options,
    input: fileURLToPath(new URL(file, import.meta.url)),
    platform: 'browser',
    external: /^node:/,
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  })
  const { output } = await build.generate({
    format,
    minify: true,
    entryFileNames: `${name}.[hash].js`,
    chunkFileNames: '[name].[hash].js',
    globals: (name) => `require(${JSON.stringify(name)})`,
  })
  await build.close()
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.fileName, text: file.code }] : []))
}

function text(asset: Asset | undefined): string {
  return asset?.text ?? ''
}

/** The document of the sandboxed frame: one script, and a policy that allows that one and blobs. */
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
