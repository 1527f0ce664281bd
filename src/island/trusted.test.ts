import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

test('no module of the page sets a text as HTML but through trustedHtml', () => {
  const sinks =
    /\b(?:innerHTML|outerHTML) \??\+?= (?!=)|insertAdjacentHTML|createContextualFragment|parseFromString|document\.write|setHTMLUnsafe|srcdoc|__html:/
  const modules = globSync(
    [
      'src/{*/page,walkthrough/c-pane,island,theme,texts,mesh}/**/*.{ts,tsx}',
      'src/example/*.tsx',
      'src/walkthrough/story/element.ts',
    ],
    {
      ignore: ['**/*.test.ts', '**/trusted.ts'],
    },
  )
  expect(modules.length).toBeGreaterThan(50)
  const unmarked = modules.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        sinks.test(line) && !/trustedHtml\(/.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  )
  expect(unmarked).toEqual([])
})
