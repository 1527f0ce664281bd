import { join } from 'node:path'
import type { PageElement } from '../../notes/element.ts'
import { findExamples, namesOfTest, testDataName } from '../../notes/examples.ts'
import { generatedModule } from '../../notes/generated.ts'
import { codeId } from '../code-id.ts'
import { checkCounterparts } from './counterparts.ts'

/** `<Example of="new-session" />`: a module with its tests; `<Example of="new-session" test="…" />`: one test, by its key. */
export const exampleElement: PageElement<{ of: string; test?: string }> = {
  name: 'Example',
  usage: '<Example of="UNIT" /> or <Example of="UNIT" test="KEY" />',
  required: ['of'],
  optional: ['test'],
  once: ({ of, test }) => [test === undefined ? `${of}.ts` : codeId(test)],
  data: ({ of, test }) => generatedModule('examples', testDataName(of, test)),
  /** If the page has a walkthrough of the test, the example needs no button for one. */
  more: ({ test }, mentions) =>
    mentions.some(({ name, attributes }) => name === 'Walkthrough' && test && attributes.test === test)
      ? { 'data-walked': '' }
      : {},
  checks(siteDir) {
    const { units } = findExamples(join(siteDir, 'examples'))
    return {
      names: ({ of, test }) => namesOfTest(units, of, test),
      shown: units.flatMap(({ name, testFile, tests }) =>
        tests.map(({ key, firstLine }) => ({
          what: `the test "${key}"`,
          place: `${testFile}:${firstLine}`,
          isIn: ({ of, test }) => of === name && (test === undefined || test === key),
        })),
      ),
      missing: (pages) => checkCounterparts(siteDir, pages),
    }
  },
}
