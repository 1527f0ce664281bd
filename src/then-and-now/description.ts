import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PageElement } from '../notes/element.ts'
import { generatedModule } from '../notes/generated.ts'

/** `<ThenAndNow of="a-fullmesh-3x3" />`: a situation, as the model and as mainline handle it. */
export const thenAndNowElement: PageElement<{ of: string }> = {
  name: 'ThenAndNow',
  usage: '<ThenAndNow of="SITUATION" />',
  required: ['of'],
  data: ({ of }) => generatedModule('then-and-now', of),
  checks(siteDir) {
    const files = readdirSync(join(siteDir, 'reference/lab')).sort()
    const known = files.map((file) => file.replace('.jsonl', ''))
    return {
      names: ({ of }) => [{ what: 'situation', name: of, known }],
      shown: known.map((id) => ({
        what: `the situation "${id}"`,
        place: `reference/lab/${id}.jsonl:1`,
        isIn: ({ of }) => of === id,
      })),
    }
  },
}
