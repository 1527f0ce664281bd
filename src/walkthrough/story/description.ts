import { join } from 'node:path'
import type { PageElement } from '../../notes/element.ts'
import { findExamples, namesOfTest, testDataName } from '../../notes/examples.ts'
import { generatedModule } from '../../notes/generated.ts'

/** Returns the name of the generated data of a story. */
export function storyDataName(of: string, test: string): string {
  return `story-${testDataName(of, test)}`
}

/** `<MeshStory of="create-subflow-worker" test="…" />`: the mesh of a walk, picture by picture. */
export const meshStoryElement: PageElement<{ of: string; test: string }> = {
  name: 'MeshStory',
  usage: '<MeshStory of="UNIT" test="KEY" />',
  required: ['of', 'test'],
  once: () => ['story'],
  data: ({ of, test }) => generatedModule('walkthroughs', storyDataName(of, test)),
  checks(siteDir) {
    const { units } = findExamples(join(siteDir, 'examples'))
    return { names: ({ of, test }) => namesOfTest(units, of, test) }
  },
}
