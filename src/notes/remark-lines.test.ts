import { createProcessor } from '@mdx-js/mdx'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { remarkLines } from './remark-lines.ts'

/** Returns the text of a paragraph as the build has it. */
function joined(source: string): string {
  const tree = createProcessor({ format: 'mdx' }).parse(source)
  remarkLines()(tree)
  let text = ''
  visit(tree, (node) => {
    if ('value' in node && node.type !== 'mdxFlowExpression') text += node.value
  })
  return text
}

test.each([
  ['会话\n关闭', '会话关闭'],
  ['会话，\n关闭', '会话，关闭'],
  ['**会话**\n关闭', '会话关闭'],
  ['会话\n[关闭](./a.mdx)', '会话关闭'],
  ['会话，\n`close`', '会话，close'],
  ['（IPv4）\nTCP', '（IPv4）TCP'],
])('the end of a line is no space in Chinese: %j', (source, text) => {
  expect(joined(source)).toBe(text)
})

test.each(['a session\nis closed', '会话\nTCP', 'TCP\n会话', '会话\n`close`'])(
  'the end of a line is a space beside Latin words, numbers and code: %j',
  (source) => {
    expect(joined(source)).toContain('\n')
  },
)
