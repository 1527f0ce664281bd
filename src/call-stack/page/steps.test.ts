import { expect, test } from 'vitest'
import { stepWords } from '../../island/step-words.ts'
import { inLanguage } from '../../island/words.ts'
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

test('a step says who calls whom and where, in which context, with which locks and when', () => {
  expect(tell(1)).toEqual(['Step 2 of 4. outer calls middle (outer.c:1) · softirq', 'Locks: RCU', 'if asked'])
  expect(tell(1, 'zh-Hans')[0]).toBe('第 2 步，共 4 步。outer 调用 middle（outer.c:1） · softirq')
})

test('locks last until a frame says otherwise, and it is said since when', () => {
  expect(tell(2)).toEqual([
    'Step 3 of 4. middle calls inner (middle.c:1) · softirq',
    'Locks: RCU (since outer)',
    'through the pointer <code>op</code>',
  ])
  expect(tell(2, 'zh-Hans')[1]).toBe('Locks: RCU（自 outer 起）')
})

test('before any frame has said so, nothing is claimed of locks', () => {
  expect(tell(0)).toEqual(['Step 1 of 4. entry calls outer (entry.c:1) · softirq'])
})

test('the last step says where one has arrived, with the locks, and which ways lead on', () => {
  expect(tell(3)).toEqual([
    'Step 4 of 4. Arrived at inner (inner.c:1) · softirq',
    'Locks: RCU (since outer)',
    'a walk',
    'a page',
  ])
})

test.each(['zh-Hans', 'en'])('in %s its words are those of everything that is stepped through', (lang) => {
  expect(wordsIn(lang)).toMatchObject(inLanguage(stepWords, lang))
})
