/** Records walks through edited code in the sandbox. This module is loaded when there is such code. */

import type { EditedFiles } from '../../island/edited-code.ts'
import type { WalkRecording } from '../../recorder/recording.ts'
import { compileForWalk } from '../../recorder/what-is-recorded.ts'
import { timeBudget } from '../../sandbox/protocol.ts'
import { take } from '../../sandbox/sandbox.ts'
import type { Walk } from '../walk.ts'

/**
 * Records the walk through a test, with the edited files.
 *
 * Rejects if the code has a syntax error, does not end, or has no such test.
 */
export async function recordEdited(
  { sandbox, testFile }: Walk,
  title: string,
  sources: EditedFiles,
): Promise<WalkRecording> {
  const load = [...sources].map(([file, source]) => ({
    name: `/${file}`,
    text: compileForWalk(file, source),
  }))
  const worker = await take({ ...sandbox, scripts: [] })
  let budget: ReturnType<typeof setTimeout> | undefined
  return new Promise<WalkRecording>((resolve, reject) => {
    worker.loaded.then(() => {
      budget = setTimeout(reject, timeBudget)
    }, reject)
    worker.order({ load, run: { file: testFile, title } }, (report) => {
      if (report.type === 'recording') resolve(report.recording as WalkRecording)
      if (report.type === 'done' || report.type === 'crash' || report.type === 'unreadable') reject()
    })
  }).finally(() => {
    clearTimeout(budget)
    worker.end()
  })
}
