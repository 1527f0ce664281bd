import { expect, test } from 'vitest'
import type { Stack } from '../../reference/call-stacks.ts'
import { layouts } from '../../reference/layouts.ts'
import { checkTranslatedLines, referencesInLayouts, referencesInStacks } from './data.ts'

test('a layout refers to its struct, and to every line where a field is touched', () => {
  const { fields, ...rem4 } = layouts.fullmesh_rem4
  const [first] = fields
  const references = referencesInLayouts({
    rem4: { ...rem4, fields: [{ ...first, writes: [['mptcp_addv4_raddr', '171-172, 189']], reads: [] }] },
  })
  expect(references.map(({ within, at }) => [...within, at])).toEqual([
    ['struct fullmesh_rem4', undefined],
    ['mptcp_addv4_raddr', '171-172'],
    ['mptcp_addv4_raddr', '189'],
  ])
  expect(references[0]?.place).toMatch(/^reference\/layouts\.ts:\d+$/)
})

test('a call stack refers to its calls, to where pointers are set, and to the lines in its texts', () => {
  const stack: Stack = {
    at: 7,
    id: 'work-01',
    target: 'work',
    context: 'process',
    ip: 'any',
    entry: '',
    summary: '',
    steps: [
      {
        function: 'process_one_work',
        file: 'kernel/workqueue.c',
        line: 2155,
        locks: 'none (line 2150, lines 2151–2153)',
        condition: 'if `queue` or `queue_again` asked for it (mine.c:30)',
        through: { pointer: 'current_func', file: 'net/mine.c', in: 'set_up', line: 12 },
      },
    ],
  }
  const edges = {
    commit: '',
    sha256: '',
    files: ['kernel/workqueue.c', 'net/mine.c'],
    edges: [],
    definitions: [],
  }
  const place = 'reference/call-stacks.json:7: work-01, step 1'
  expect(referencesInStacks({ stacks: [stack], edges })).toEqual([
    { place, file: 'kernel/workqueue.c', within: ['process_one_work'], at: '2155' },
    { place, file: 'net/mine.c', within: ['set_up'], at: '12' },
    { place, file: 'kernel/workqueue.c', within: ['process_one_work'], at: '2150' },
    { place, file: 'kernel/workqueue.c', within: ['process_one_work'], at: '2151-2153' },
    { place, file: 'net/mine.c', within: ['queue_again'], at: '30' },
  ])
})

test('a translation that names another line than its source is reported, by its line', () => {
  const texts = {
    'taken in line 12': '第 12 行取得',
    'freed (lines 3–5)': '释放（第 3–5 行）',
    'asked for (a.c:30)': '排过（a.c:31）',
    'asked for': '第 3 行排过',
  }
  expect(checkTranslatedLines({ language: 'zh', file: 'reference/call-stacks.zh.json', texts })).toEqual([
    'reference/call-stacks.zh.json:4: names lines 31, and the text it is made from 30',
    'reference/call-stacks.zh.json:5: names lines 3, and the text it is made from none',
  ])
})
