// node tools/bundled.cjs tools/<program>.ts …: runs a program as one file, made anew when one of its sources has
// changed. To load a hundred modules one by one takes longer than most programs run. (For the same reason this and what
// it makes are CommonJS: Node loads that sooner. So a program cannot `await` outside of its functions.)
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { isAbsolute, join, resolve } = require('node:path')

const folder = join(__dirname, '../node_modules/.cache/bundled')

process.argv.splice(1, 1) // as if the program had been called
const entry = resolve(process.argv[1] ?? '')
const bundle = join(folder, `${entry.replace(/\W+/g, '-')}.cjs`)
const list = `${bundle}.json`

if (isFresh()) require(bundle)
else make().then(() => require(bundle))

/** Is the bundle there, and are its sources those that the list names, by path, time and size? */
function isFresh() {
  try {
    statSync(bundle)
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
  const { output } = await build.generate({ format: 'cjs', codeSplitting: false })
  const files = (await build.watchFiles).filter((path) => isAbsolute(path))
  const sources = files.map((path) => [path, ...stampOf(path)])
  mkdirSync(folder, { recursive: true })
  put(bundle, output[0].code)
  put(list, JSON.stringify(sources))
}

/** Whoever runs the same program at the same time reads all of it, or what was there before. */
function put(file, text) {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, text)
  renameSync(unfinished, file)
}
