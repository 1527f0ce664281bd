import { readFileSync } from 'node:fs'
import browserslist from 'browserslist'
import { browserslistToTargets, transform } from 'lightningcss'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const targets = browserslistToTargets(browserslist())

/** The style sheets that the bundler imports: it adds what older browsers need. */
const bundled = [...readFileSync('src/css/site.css', 'utf8').matchAll(/@import "(.*?)"/g)].map(
  ([, file = '']) => new URL(file, 'file:///src/css/').pathname.slice(1),
)

test.each(globSync('src/**/*.css', { ignore: [...bundled, 'src/css/site.css'] }))(
  'every browser that package.json names reads %s as it is',
  (filename) => {
    const code = readFileSync(filename)
    const lines = transform({ filename, code }).code.toString().split('\n')
    const forAll = transform({ filename, code, targets }).code.toString().split('\n')
    expect(forAll.filter((line) => !lines.includes(line))).toEqual([])
  },
)

test('an iPhone does not enlarge texts when it is turned', () => {
  const filename = 'src/css/type.css'
  const { code } = transform({ filename, code: readFileSync(filename), targets })
  expect(code.toString()).toContain('-webkit-text-size-adjust: 100%')
})
