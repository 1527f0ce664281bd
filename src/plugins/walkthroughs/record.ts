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

  /** The walks through the tests of a file, by the lines they begin at. */
  const recorded = new Map<string, Promise<Map<number, Recording>>>()
  const recordFile = (file: string) => {
    const tests = compileFile(examples, file, compileForWalk)
    return runTests(runner, [recorder, model, tests], { file }).then(({ recordings }) => recordings)
  }

  return {
    recorder,
    model,
    async record({ testFile }, { title, firstLine, lastLine }) {
      const recording = recorded.get(testFile) ?? recordFile(testFile)
      recorded.set(testFile, recording)
      for (const [line, walk] of await recording) if (line >= firstLine && line <= lastLine) return walk
      throw new Error(`${testFile}:${firstLine}: no walk through "${title}"`)
    },
  }
}
