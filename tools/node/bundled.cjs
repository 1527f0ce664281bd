// node tools/node/bundled.cjs tools/<program>.ts …: runs a program as one file, which is bundled again when one of its
// sources has changed. Loading a hundred modules one by one takes longer than most programs run. For the same reason
// this file and the bundle are CommonJS, which Node loads faster. So a program cannot `await` outside of its functions.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { dirname, isAbsolute, join, resolve } = require('node:path')
const { deserialize, serialize } = require('node:v8')
const { Script } = require('node:vm')

process.argv.splice(1, 1) // as if the program had been called
const entry = resolve(process.argv[1] ?? '')
const file = join(__dirname, '../../node_modules/.cache/bundled', entry.replace(/\W+/g, '-'))

const bundle = read()
if (bundle) run(bundle)
else make().then(run)

/**
 * Reads the stored bundle: its code, and the engine's compiled form of it. Returns undefined if the time or size of a
 * source has changed.
 */
function read() {
  try {
    const bundle = deserialize(readFileSync(file))
    const isFresh = bundle.sources.every(
      ([path, time, size]) => String([time, size]) === String(stampOf(path)),
    )
    return isFresh ? bundle : undefined
  } catch {
    return undefined
  }
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(path)
  return [mtimeMs, size]
}

async function make() {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({ input: entry, platform: 'node', external: /^[^./]/ })
  const { output } = await build.generate({ format: 'cjs', codeSplitting: false })
  const files = (await build.watchFiles).filter((path) => isAbsolute(path))
  return { sources: files.map((path) => [path, ...stampOf(path)]), code: output[0].code }
}

function run({ sources, code, compiled }) {
  const script = new Script(wrap(code), { filename: `${file}.cjs`, cachedData: compiled })
  if (!compiled || script.cachedDataRejected)
    process.on('exit', () => keep({ sources, code, compiled: script.createCachedData() }))
  script.runInThisContext()(exports, createRequire(file), module, file, dirname(file))
}

/** Replaces the file atomically: a program that starts meanwhile reads either the old file or the new one. */
function keep(bundle) {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, serialize(bundle))
  renameSync(unfinished, file)
}
