import { resolve } from 'node:path'
import { labelOf, languages, pathOf } from '../../reference/languages.ts'
import { showProgress } from '../terminal/progress.ts'
import { buildSite } from './build-site.ts'
import { serve } from './static-server.ts'

/** `npm start [port]`: builds all languages and serves them on one port. */
const port = Number(process.argv[2] ?? process.env.PORT ?? 3000)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`"${process.argv[2] ?? process.env.PORT}" is no port (a number from 1 to 65535)`)
  process.exit(1)
}

console.log(
  `Building the site in ${languages.map(labelOf).join(', ')}; this takes half a minute or more the first time.`,
)
let howFar = ''
const endProgress = showProgress('Building', () => howFar)
const build = await buildSite((stage) => {
  howFar = stage
})
endProgress()
if (build.failed) {
  console.error(build.output)
  process.exit(1)
}
const server = await serve(resolve('build'), port, process.env.BASE_URL || '/')
const addresses = languages.map((language) => `${server.url}${pathOf(language)} (${labelOf(language)})`)
console.log(`Ready: ${addresses.join(', ')}. Ctrl+C stops it.`)
