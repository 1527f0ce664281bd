import { showProgress } from '../terminal/progress.ts'
import { buildSite } from './build-site.ts'

/** `npm run build`: builds the site in all languages, in `build/`. */
let howFar = ''
const endProgress = showProgress('Building', () => howFar)
const { failed, output } = await buildSite((stage) => {
  howFar = stage
})
endProgress()
console.log(output.trim())
process.exitCode = failed ? 1 : 0
