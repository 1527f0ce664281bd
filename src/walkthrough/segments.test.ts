import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScenario } from '../../examples/scenario/parse.ts'
import { runCommand } from '../../examples/scenario/run.ts'
import { createWorld } from '../../examples/scenario/world.ts'
import { type SentSegment, unpack } from '../recorder/recording.ts'
import { examples, walks } from './build/test-walk.ts'
import { sentOptions } from './page/option-bytes.ts'

/** Returns the subflow and the size of each segment, as the log has them. */
const inLog = (lines: string[]) =>
  lines.flatMap((line) => {
    const [, subflow, size] = /^\[\d+\] (?:ack|tx|probe) (\S+): .*size=(\d+)$/.exec(line) ?? []
    return subflow ? [`${subflow} ${size}`] : []
  })

/** Returns the subflow and the number of encoded bytes of each segment. */
const encoded = (sent: readonly SentSegment[]) =>
  sent.map((segment) => {
    const fields = sentOptions(segment).flatMap(({ fields }) => fields)
    return `${segment.subflow} ${fields.reduce((sum, { bytes }) => sum + bytes.length, 0)}`
  })

test('every segment of every recorded scenario has the bytes of options that the log prints', () => {
  const folder = 'examples/scenario/scenarios'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  let count = 0
  for (const file of files.filter((name) => name.endsWith('.txt'))) {
    const world = createWorld()
    for (const { command } of parseScenario(readFileSync(`${folder}/${file}`, 'utf8')).steps) {
      const lines = inLog(runCommand(world, command))
      expect(encoded(world.machine.sent), `${file}: ${command}`).toEqual(lines)
      count += lines.length
    }
  }
  expect(count).toBeGreaterThan(500)
})

test('every step of every walk has the segments of its lines of the log', async () => {
  const tests = examples.units.flatMap((unit) => unit.tests.map((test) => ({ unit, test })))
  const recordings = await Promise.all(tests.map(({ unit, test }) => walks.record(unit, test)))
  let count = 0
  for (const [index, recording] of recordings.entries()) {
    for (const { log, added, sent } of unpack(recording)) {
      const lines = inLog(log.slice(log.length - added))
      // A test may have emptied the log in this step; `sent` is complete.
      const last = lines.length > 0 ? encoded(sent).slice(-lines.length) : []
      expect(last, tests[index]?.test.title).toEqual(lines)
      count += lines.length
    }
  }
  expect(count).toBeGreaterThan(50)
})
