import { createProcessor } from '@mdx-js/mdx'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { PageElement } from './element.ts'
import { generatedModule } from './generated.ts'
import { remarkElements, remarkWithoutListed } from './remark-elements.ts'

const one: PageElement<{ of: string }> = {
  name: 'One',
  usage: '<One of="NAME" />',
  required: ['of'],
  data: ({ of }) => generatedModule('ones', of),
  more: ({ of }, mentions) =>
    mentions.filter(({ attributes }) => attributes.of === of).length > 1 ? { title: 'twice' } : {},
}
const table: PageElement<{ of: string }> = {
  name: 'Table',
  usage: '<Table of="NAME" />',
  required: ['of'],
  checks: () => ({ names: ({ of }) => [{ what: 'table', name: of, known: ['a'] }] }),
  replace: ({ of }, { language, place }, node) => [
    { type: 'paragraph', children: [{ type: 'text', value: `${of} ${language} ${place}` }] },
    { ...node, name: 'One', type: 'mdxJsxFlowElement' } as never,
  ],
}

/** Compiles a page to JSX. */
async function compile(source: string, path = 'docs/a.mdx'): Promise<string> {
  const processor = createProcessor({ jsx: true, remarkPlugins: [remarkElements([one, table])] })
  return String(await processor.process(new VFile({ value: source, path: `${process.cwd()}/${path}` })))
}

test('an element gets the module of its data, which the page imports once', async () => {
  const program = await compile('<One of="a" />\n\n- <One of="b" />\n\n<One of="a" />\n')
  expect(program).toContain('import data0 from "@generated/ones/a.json"')
  expect(program).toContain('import data1 from "@generated/ones/b.json"')
  expect(program.match(/^import /gm)).toHaveLength(2)
  expect(program).toContain('<BuiltElement data={data0} title="twice" />')
  expect(program).toContain('<BuiltElement data={data1} />')
})

test('an element can be in the list of sections, by a heading that is not on the page', async () => {
  const listed: PageElement<{ of: string }> = {
    ...one,
    inContents: ({ of }, { language }) => ({ id: `one-${of}`, title: `${language} \`${of}\`` }),
  }
  const tree = createProcessor({ format: 'mdx' }).parse('## Two\n\n<One of="a" />')
  remarkElements([listed])()(tree, new VFile({ path: `${process.cwd()}/docs/a.mdx` }))
  const kinds = () => tree.children.map((node) => ('name' in node ? node.name : node.type))
  expect(kinds()).toEqual(['mdxjsEsm', 'heading', 'heading', 'BuiltElement'])
  expect(tree.children[2]).toMatchObject({
    depth: 3,
    data: { id: 'one-a' },
    children: [{ value: 'zh ' }, { type: 'inlineCode', value: 'a' }],
  })
  remarkWithoutListed()(tree)
  expect(kinds()).toEqual(['mdxjsEsm', 'heading', 'BuiltElement'])
})

test('an element is replaced by what it stands for, and elements in that get their data', async () => {
  const program = await compile('\n<Table of="a" />', 'i18n/en/x/current/a.mdx')
  expect(program).toContain('a en i18n/en/x/current/a.mdx:2')
  expect(program).toContain('<BuiltElement data={data0} />')
})

test('an element that is wrong stops the compilation, by the file from the root and the line', async () => {
  await expect(compile('\n<One />')).rejects.toThrow(
    'docs/a.mdx:2: expected <One of="NAME" />, with plain strings',
  )
  await expect(compile('\n<Table of="b" />')).rejects.toThrow(
    'docs/a.mdx:2: there is no table "b" (nearest: "a")',
  )
})
