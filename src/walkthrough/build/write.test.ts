import { expect, test } from 'vitest'
import type { WalkRecording } from '../../recorder/recording.ts'
import { walkWriter } from './write.ts'

test('a scenario in a walk shows the names of its error numbers, and keeps its lines', async () => {
  const file = 'examples/scenario/scenarios/retry-subflow-worker-still-no-route.txt'
  const writer = walkWriter('.', 'en', new Map(), { frame: '', program: '' })
  const recording = { files: [file] } as WalkRecording
  await writer.write(file, undefined, file, recording)
  const html = writer.assets().find(({ name }) => name.endsWith('.html'))?.text ?? ''
  expect(html).toContain('= <span class="error-number" data-name="ENETUNREACH">-101</span>\n')
  const text = writer.texts(recording).get(file) ?? ''
  expect(html.split('\n')).toHaveLength(text.split('\n').length)
})
