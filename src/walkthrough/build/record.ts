import { join } from 'node:path'
import { type Examples, readModule, type Unit } from '../../notes/examples.ts'
import type { Region } from '../../notes/regions.ts'
import type { WalkRecording } from '../../recorder/recording.ts'
import { compileForWalk } from '../../recorder/what-is-recorded.ts'
import { bundleNodeRunner, bundleScript } from '../../sandbox/build/bundle.ts'
import { compileFile, compileModel } from '../../sandbox/build/compile.ts'
import { runTests } from '../../sandbox/build/run.ts'
import type { Script } from '../../sandbox/protocol.ts'
import { readScenario, scenarioAsTest, scenarioModule } from './scenario.ts'

/** Records walks. */
export interface WalkRecorder {
  /** The scripts that the sandbox of the page also needs, to record walks through edited code. */
  recorder: Script
  model: Script
  /** Records the walk through a test. */
  record(unit: Unit, test: Region): Promise<WalkRecording>
  /** Records the walk through a scenario file, named from the root of the repository. */
  recordScenario(file: string): Promise<WalkRecording>
}

/** Makes a recorder of walks through the tests of some examples, and through scenarios. It records each once. */
export async function openRecorder(siteDir: string, examples: Examples): Promise<WalkRecorder> {
  const [runner, recorderText] = await Promise.all([
    bundleNodeRunner(),
    bundleScript(new URL('../../recorder/script.ts', import.meta.url)),
  ])
  const recorder = { name: '/recorder', text: recorderText }
  const model = compileModel(examples, compileForWalk)
  const commands = { name: '/commands', text: compileCommands(siteDir, examples) }

  /** The walks through the tests of each file, by the first line of the test. */
  const recorded = new Map<string, Promise<Map<number, unknown>>>()
  const recordFile = (file: string) => {
    const tests = compileFile(examples, file, compileForWalk)
    return runTests(runner, [recorder, model, tests], { file }).then(({ recordings }) => recordings)
  }

  /** The walks through scenarios, by the tests made from the scenarios. */
  const recordedScenarios = new Map<string, Promise<WalkRecording>>()
  const recordTest = async (file: string, test: string) => {
    const script = { name: `/${file}`, text: compileForWalk(file, test) }
    const { recordings } = await runTests(runner, [recorder, model, commands, script], { file })
    const [walk] = recordings.values()
    if (!walk) throw new Error(`${file}: no walk through it`)
    return walk as WalkRecording
  }

  return {
    recorder,
    model,
    async record({ testFile }, { title, firstLine, lastLine }) {
      const recording = recorded.get(testFile) ?? recordFile(testFile)
      recorded.set(testFile, recording)
      for (const [line, walk] of await recording)
        if (line >= firstLine && line <= lastLine) return walk as WalkRecording
      throw new Error(`${testFile}:${firstLine}: no walk through "${title}"`)
    },
    async recordScenario(file) {
      const test = scenarioAsTest(file, readScenario(siteDir, file))
      const recording = recordedScenarios.get(test) ?? recordTest(file, test)
      recordedScenarios.set(test, recording)
      return recording
    },
  }
}

/** Compiles the modules that run scenarios, without those that the tests of the path manager also use. */
function compileCommands(siteDir: string, { sources }: Examples): string {
  const all = new Map(sources)
  readModule(join(siteDir, 'examples'), scenarioModule, all)
  return [...all]
    .filter(([id]) => !sources.has(id))
    .map(([id, source]) => compileForWalk(id, source))
    .join('')
}
