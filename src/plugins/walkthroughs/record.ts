import type { Script } from '../../example/protocol.ts'
import { compileForWalk } from '../../recorder/compile.ts'
import type { Recording } from '../../recorder/recording.ts'
import { bundleNodeRunner, bundleRecorder } from '../examples/bundle.ts'
import type { Region } from '../examples/regions.ts'
import { runTests } from '../examples/run.ts'
import { compileFile, compileModel, type Examples, type Unit } from '../examples/units.ts'

/** What records walks: the scripts that the build and the page's sandbox load alike. */
export interface RecordingStudio {
  recorder: Script
  model: Script
  record(unit: Unit, test: Region): Promise<Recording>
}

/** Prepares to record walks through the tests of some examples. */
export async function openStudio(examples: Examples): Promise<RecordingStudio> {
  const [runner, recorderText] = await Promise.all([bundleNodeRunner(), bundleRecorder()])
  const recorder = { name: '/recorder', text: recorderText }
  const model = compileModel(examples, compileForWalk)
  return {
    recorder,
    model,
    async record(unit, { title, firstLine, lastLine }) {
      const tests = compileFile(examples, unit.testFile, compileForWalk)
      const selection = { file: unit.testFile, lines: [firstLine, lastLine] as [number, number] }
      const { recording } = await runTests(runner, [recorder, model, tests], selection)
      if (!recording) throw new Error(`${unit.testFile}:${firstLine}: no walk through "${title}"`)
      return recording
    },
  }
}
