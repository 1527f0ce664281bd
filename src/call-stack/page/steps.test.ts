import { expect, test } from 'vitest'
import { wordsIn } from '../words.ts'
import { type FrameInWords, stepInWords } from './steps.ts'

const frame = (name: string, locks?: string, ...more: string[]): FrameInWords => ({
  name,
  place: `${name}.c:1`,
  locks,
  more,
})
const frames = [
  frame('entry'),
  frame('outer', 'Locks: RCU', 'if asked'),
  frame('middle', undefined, 'through the pointer <code>op</code>'),
  frame('inner'),
]
const tell = (depth: number, lang = 'en') =>
  stepInWords(frames, depth, 'softirq', ['a walk', 'a page'], wordsIn(lang))
    .split('<span class="call-stack__line">')
    .slice(1)
    .map((line) => line.replaceAll(/<\/?span[^>]*>/g, '').trim())

test('a step names the caller, the called function, the place, the context, the locks and the condition', () => {
  expect(tell(1)).toEqual(['Step 2 of 4. outer calls middle (outer.c:1) · softirq', 'Locks: RCU', 'if asked'])
  expect(tell(1, 'zh-Hans')[0]).toBe('第 2 步，共 4 步。outer 调用 middle（outer.c:1） · softirq')
})

test('locks are held until a frame names others; the step names the frame that took them', () => {
  expect(tell(2)).toEqual([
    'Step 3 of 4. middle calls inner (middle.c:1) · softirq',
    'Locks: RCU (since outer)',
    'through the pointer <code>op</code>',
  ])
  expect(tell(2, 'zh-Hans')[1]).toBe('Locks: RCU（自 outer 起）')
})

test('before the first frame with locks, a step names none', () => {
  expect(tell(0)).toEqual(['Step 1 of 4. entry calls outer (entry.c:1) · softirq'])
})

test('the last step names the function that was reached, with the locks and the links', () => {
  expect(tell(3)).toEqual([
    'Step 4 of 4. Reaches inner (inner.c:1) · softirq',
    'Locks: RCU (since outer)',
    'a walk',
    'a page',
  ])
})
