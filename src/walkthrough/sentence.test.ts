import { describe, expect, test } from 'vitest'
import type { Language } from '../../reference/languages.ts'
import type { Step } from '../recorder/recording.ts'
import { kernelNames } from './build/names.ts'
import { examples, walk } from './build/test-walk.ts'
import { sentenceOf } from './sentence.ts'

const names = kernelNames(examples)

/** The statement of a step, as its file has it. */
function lineOf({ frames, lastLine }: Step): string {
  const { file = '', line = 1 } = frames.at(-1) ?? {}
  const lines = (examples.sources.get(file) ?? '').split('\n')
  return lines.slice(line - 1, Math.max(line, lastLine)).join('\n')
}

async function told(unit: string, key: string, language: Language): Promise<string[]> {
  const steps = await walk(unit, key)
  return steps.map((step, index) => {
    const { sentence, more } = sentenceOf(step, {
      language,
      names,
      next: steps[index + 1],
      line: lineOf(step),
    })
    return sentence + more
  })
}

const mesh = ['create-subflow-worker', 'two-by-two-mesh'] as const
const english = await told(...mesh, 'en')

describe('a step is told by its effect', () => {
  test.each([
    [
      'a pair that is tried',
      '`create_subflow_worker` marks the pair 10.0.2.1 → 10.9.1.1 as tried: bit 2 of `remaddr4[0].bitfield`.',
    ],
    ['a subflow', '`mptcp_add_sock` adds subflow c1/1, 10.0.2.1 → 10.9.1.1, in state SYN_SENT.'],
    ['a lock', '`mutex_lock / lock_sock_nested` takes `mpcb_mutex` of c1.'],
    ['an address of the peer', 'saves the peer’s address 10.9.2.1 in remote slot 1, with id 2.'],
    ['a segment', '`tcp_send_ack` sends an ACK on c1/0 with `DSS ADD_ADDR(3,10.0.2.1)`.'],
    ['work', 'queues `subflow_work(c1)`.'],
  ])('%s', (_, sentence) => {
    expect(english.filter((text) => text.includes(sentence))).not.toEqual([])
  })
})

test.each([
  ['en', '10.0.2.1 → 0.0.0.0 (not set), in state CLOSE: `connect()` has failed.'],
  ['zh', '10.0.2.1 → 0.0.0.0（未写入），状态 CLOSE，`connect()` 已失败。'],
] as const)(
  'a subflow without a route says that its destination is not set, in %s',
  async (language, text) => {
    const sentences = await told('create-subflow-worker', 'other-error-blocks-pair', language)
    expect(sentences.filter((sentence) => sentence.includes(text))).not.toEqual([])
  },
)

test('a condition is quoted, with its outcome and its line', () => {
  expect(english.filter((text) => /finds `!pair` (true|false) \(line \d+\)\.$/.test(text))).not.toEqual([])
})

test('of a long condition, the sentence quotes the operands that fit', () => {
  const cut = english.flatMap((text) => /finds `(.+ …)`/.exec(text)?.[1] ?? [])
  expect(cut).not.toEqual([])
  for (const condition of cut) expect(condition).toMatch(/^.{1,57}(\|\||&&) …$/)
})

test('of a long statement, the sentence quotes what fits, also if it has no space', async () => {
  const sentences = await told('create-subflow-worker', 'unroutable-pair-queued', 'en')
  const quoted = sentences.flatMap((text) => /assertion `(.+)`/.exec(text)?.[1] ?? [])
  expect(quoted).toContain('expect(fullmeshGetPriv(c1).remotes.v4.slots[0]) …')
  const others = await told('create-subflow-worker', 'retry-timer-shared', 'en')
  expect(others.join('\n')).toContain('`expect(fullmeshGetPriv(c1).remotes.v4.slots[0] …`')
  for (const statement of quoted) expect(statement.length).toBeLessThanOrEqual(60)
})

test('a step without an effect says what it calls or returns', () => {
  expect(english.some((text) => /^`\S+` calls `\S+`/.test(text))).toBe(true)
  expect(english).toContain('`canOpenSubflows` returns `true`.')
})

test('a step without an effect, a call, or a value quotes its statement; an assertion is checked', async () => {
  const chinese = await told(...mesh, 'zh')
  const plain = /^`\S+` runs `[^`]+` \(lines? [\d–]+\); no state changes\.$/
  expect(english.filter((text) => plain.test(text))).not.toEqual([])
  expect(english.filter((text) => /^The test checks the assertion `expect/.test(text))).not.toEqual([])
  expect(chinese.filter((text) => /^测试检查断言 `expect/.test(text))).not.toEqual([])
  for (const text of [...english, ...chinese]) expect(text.split('`').length % 2, text).toBe(1)
})

test('a function that is named by a word has parentheses', () => {
  expect(english.join('\n')).toContain('`begin()`')
})

test('a call inside a function without steps is told with the function that the line names', () => {
  expect(english).toContain('`mptcp_addv{4,6}_raddr` calls `fullmesh_get_priv` through `remotesOf`.')
  expect(english.filter((text) => text.includes('through'))).toHaveLength(
    english.filter((text) => text.includes('through `remotesOf`')).length,
  )
})

test('a route error has its name, and a step of several changes says that there are others', async () => {
  const routes = await told('retry-subflow-worker', 'two-attempts-only', 'en')
  expect(routes.join('\n')).not.toMatch(/fail with -\d/)
  expect(routes.some((text) => /\. It has other effects too\.$/.test(text))).toBe(true)
})

test('to a reader who only hears the step, three other changes are told, and how many more there are', async () => {
  const [first] = await walk('retry-subflow-worker', 'two-attempts-only')
  const context = { names, next: undefined, line: '' }
  expect(sentenceOf(first as Step, { ...context, language: 'en' }).others).toBe(
    ' It also creates session c1; boots a host with the devices `eth0`, `wlan0`; makes the route from 10.0.2.1 to 10.9.1.1 fail with ENETUNREACH; and 2 more changes.',
  )
  expect(sentenceOf(first as Step, { ...context, language: 'zh' }).others).toMatch(
    /^另外，新建会话 c1；启动主机，添加设备 `eth0`、`wlan0`；.*；还有 2 处变化。$/,
  )
})

test.each(['zh', 'en'] as const)('every step has a whole sentence, in %s', async (language) => {
  const sentences = await Promise.all(
    examples.units.flatMap(({ name, tests }) =>
      tests.slice(0, 2).map(({ key }) => told(name, key, language)),
    ),
  )
  for (const sentence of sentences.flat()) {
    expect(sentence).toMatch(language === 'en' ? /^[`A-Z].*\.$/s : /^[`测场命].*。$/s)
    expect(sentence.replaceAll(/`[^`]*`/g, '')).not.toMatch(/undefined|NaN|\[object/)
  }
})
