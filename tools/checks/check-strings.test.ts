import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStrings } from './check-strings.ts'

test('a string that a language lacks, and one that no component has, are named with file and line', async () => {
  const root = await mkdtemp(join(tmpdir(), 'strings-'))
  await writeFile(
    join(root, 'a.tsx'),
    `translate({ id: 'both', message: '有' })\n<Translate id="gone">无</Translate>\n<Translate\n  id="wrapped"\n>`,
  )
  await writeFile(
    join(root, 'code.json'),
    '{\n  "both": {},\n  "wrapped": {},\n  "left.over": {},\n  "theme.any": {}\n}',
  )
  const problems = await checkStrings(root, join(root, 'code.json'), true)
  expect(problems.map((problem) => problem.replaceAll(`${root}/`, ''))).toEqual([
    expect.stringMatching(/^a\.tsx:2: "gone" is missing from /),
    expect.stringMatching(/^code\.json:4: "left\.over" is used nowhere in /),
  ])
  expect(await checkStrings(root, join(root, 'none.json'), false)).toEqual([])
})
