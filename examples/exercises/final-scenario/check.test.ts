import { expect, test } from 'vitest'
import { runCommand } from '../../scenario/run.ts'
import { createWorld } from '../../scenario/world.ts'
import { commands, host } from './setup.ts'
import { answer } from './start.ts'

/** What overlooks a line of this form, if it is the first that differs. The first form that fits counts. */
const overlooked: readonly [line: RegExp, word: string][] = [
  [/ op new_session/, 'session-begins'],
  [/ ADD_ADDR\(3,/, 'announces'],
  [/^\[500\] (op|queue|run) .*\(c1\)/, 'queues-and-runs'],
  [/ block /, 'blocks'],
  [/ queue address_worker/, 'event-waits'],
  [/ address_worker/, 'only-a-flag'],
  [/ op release_sock/, 'op-first'],
  [/ ADD_ADDR\(4,/, 'new-address'],
  [/ queue subflow_work/, 'queued-again'],
  [/ ack c1\/0: DSS size/, 'needless-ack'],
  [/ resume /, 'resumes'],
  [/ join c1\/1/, 'opens-the-pair'],
  [/ join c1\/2/, 'second-run'],
]

test('the-output', () => {
  const world = createWorld()
  for (const command of host) runCommand(world, command)
  const lines = commands.flatMap((command) =>
    runCommand(world, command),
  )
  const given = [answer ?? []]
    .flat()
    .map((line) => line.replace(/\s+/g, ' ').trim())
  const written = given.filter((line) => line !== '')
  const wrong = [...lines, ...written].findIndex(
    (_, index) => lines[index] !== written[index],
  )
  if (wrong < 0) return
  const message = `${reason(lines, written, wrong)} ${wrong}/${lines.length}`
  // The comparison ends with the first difference, so that the lines below can still be predicted.
  expect(written.slice(0, wrong + 1), message).toEqual(
    lines.slice(0, wrong + 1),
  )
})

/** Returns the word for what the first wrong line overlooks. */
function reason(
  lines: string[],
  written: string[],
  wrong: number,
): string {
  const [line, given = ''] = [lines[wrong], written[wrong]]
  if (line === undefined) return 'nothing-more'
  const untimed = (text: string) => text.replace(/^\[\d+\] /, '')
  const kind = (text: string) =>
    untimed(text).replace(/^(\S+ [^\s:(]+).*/, '$1')
  if (untimed(line) === untimed(given)) return 'the-time'
  if (/ADD_ADDR\(\d+,10\.0\.1\.1\)/.test(given)) return 'announces'
  if (/ADD_ADDR\(3,/.test(given) && line.startsWith('[1000]'))
    return 'announced-already'
  if (kind(line) === kind(given) && !line.includes(' size=20'))
    return 'the-values'
  const isEnd = / done subflow_work/.test(line)
  if (isEnd)
    return lines.indexOf(line) === wrong ? 'old-copy' : 'all-opened'
  if (/ run subflow_work/.test(line) && line.startsWith('[1000]'))
    return 'second-run'
  return (
    overlooked.find(([form]) => form.test(line))?.[1] ?? 'the-values'
  )
}
