// node tools/bundled.mjs tools/<program>.ts …: runs a program as one file, made anew when one of its sources has
// changed. To load a hundred modules one by one takes longer than most programs run.
import { readFileSync, statSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = fileURLToPath(new URL('../node_modules/.cache/bundled/', import.meta.url))

process.argv.splice(1, 1) // as if the program had been called
const entry = resolve(process.argv[1] ?? '')
const kept = `${folder}${entry.replace(/\W+/g, '-')}`
const bundle = `${kept}.mjs`
if (!isFresh(`${kept}.json`)) await make()
await import(pathToFileURL(bundle).href)

/** Are the sources those that the list names, by path, time and size? */
function isFresh(list) {
  try {
    return JSON.parse(readFileSync(list, 'utf8')).every(
      ([path, time, size]) => String([time, size]) === String(stampOf(path)),
    )
  } catch {
    return false
  }
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(path)
  return [mtimeMs, size]
}

async function make() {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({ input: entry, platform: 'node', external: /^[^./]/ })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  const files = (await build.watchFiles).filter((path) => isAbsolute(path))
  const sources = files.map((path) => [path, ...stampOf(path)])
  await mkdir(folder, { recursive: true })
  await put(bundle, output[0].code)
  await put(`${kept}.json`, JSON.stringify(sources))
}

/** Whoever runs the same program at the same time reads all of it, or what was there before. */
async function put(file, text) {
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, text)
  await rename(unfinished, file)
}
