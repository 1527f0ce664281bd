import { expect, test } from 'vitest'
import { languages } from '../../../reference/languages.ts'
import { findAll } from '../../notes/element.ts'
import { readShownPages } from '../../notes/pages.ts'
import { walkthroughElement } from './description.ts'
import { isScenario } from './scenario.ts'
import { scenarioTitles } from './scenario-titles.ts'

const walk = '<Walkthrough of="a/b.txt" />'
const page = (name: string, source: string) => ({ name, file: `docs/${name}`, source })

test('a walk through a scenario has the title of its section on the first page with it', () => {
  const first = page('a.mdx', `## One {/* #one */}\n\n### \`bind()\` fails {/* #two */}\n\n${walk}\n`)
  const second = page('b.mdx', `## Other {/* #other */}\n\n${walk}\n`)
  expect([...scenarioTitles([first, second])]).toEqual([['a/b.txt', 'bind() fails']])
})

test.each(languages)('every walk through a scenario has a title in words, in %s', (language) => {
  const titles = scenarioTitles(readShownPages('.', language))
  const scenarios = findAll(walkthroughElement, '.').flatMap(({ attributes: { of } }) =>
    of && isScenario(of) ? [of] : [],
  )
  expect(scenarios.length).toBeGreaterThan(40)
  for (const of of scenarios) expect(titles.get(of), of).toMatch(/^(?!.*\.txt)./)
})
