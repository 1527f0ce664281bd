import { expect, test } from 'vitest'
import { problemsIn } from './programs.ts'

test('the problems that the programs print become messages with file and line, and say what would be right', () => {
  const output = `src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.
  Types of property 'a' are incompatible.
::error title=format,file=${process.cwd()}/src/b.ts,line=1,endLine=1,col=2,endColumn=2::File content differs
::error title=lint/correctness/noUnusedVariables,file=src/b.ts,line=9,endLine=9::This variable a is unused.
Unused exports (1)
::error file=src/c.ts,line=55,endLine=55,col=17,endColumn=17,title=✂️ Knip / Unused exports::make in src/c.ts
::error file=src/d.ts,line=1,endLine=1,col=1,endColumn=1,title=✂️ Knip / Unused files::src/d.ts
::error file=src/e.ts,line=2,endLine=2,col=1,endColumn=1,title=✂️ Knip / Unlisted dependencies::left in src/e.ts
docs/a.mdx:7: a.mdx#when, English, is out of date

1 of 9 texts are not current
Checked 867 files in 1275ms. No fixes applied.
`
  expect(problemsIn(output)).toEqual([
    "src/a.ts:3: TS2322: Type 'string' is not assignable to type 'number'.",
    'src/b.ts:1: is not formatted: npm run format does it',
    'src/b.ts:9: This variable a is unused. (lint/correctness/noUnusedVariables)',
    'src/c.ts:55: "make" is exported, and nothing imports it: remove "export", or all of it',
    'src/d.ts:1: nothing imports this file: remove it, or name it in tools/checks/knip.json',
    'src/e.ts:2: "left" is used, and package.json does not declare it',
    'docs/a.mdx:7: a.mdx#when, English, is out of date',
  ])
})
