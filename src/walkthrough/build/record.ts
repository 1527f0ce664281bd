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

/** Walks through the tests of a file, by the first line of the test. */
type Recordings = Promise<Map<number, unknown>>

/** The last recordings of each file, and the program that made them: it runs again when a part of it has changed. */
const kept = new Map<string, { program: string; recordings: Recordings }>()

/** Makes a recorder of walks through the tests of some examples, and through scenarios. It records each once. */
export async function openRecorder(siteDir: string, examples: Examples): Promise<WalkRecorder> {
  const [runner, recorderText] = await Promise.all([
    bundleNodeRunner(),
    bundleScript(new URL('../../recorder/script.ts', import.meta.url)),
  ])
  const recorder = { name: '/recorder', text: recorderText }
  const model = compileModel(examples, compileForWalk)
  const commands = { name: '/commands', text: compileCommands(siteDir, examples) }

  const record = (file: string, scripts: Script[]): Recordings => {
    const program = scripts.map(({ text }) => text).join('\n')
    const last = kept.get(file)
    if (last?.program === program) return last.recordings
    const recordings = runTests(runner, scripts, { file }).then(({ recordings }) => recordings)
    kept.set(file, { program, recordings })
    return recordings
  }
  /** What this recorder has recorded, by the file of the tests, or the test that is made of a scenario. */
  const recorded = new Map<string, Recordings>()
  const recordOnce = (key: string, file: string, scripts: () => Script[]): Recordings => {
    const recordings = recorded.get(key) ?? record(file, scripts())
    recorded.set(key, recordings)
    return recordings
  }

  return {
    recorder,
    model,
    async record({ testFile }, { title, firstLine, lastLine }) {
      const recordings = recordOnce(testFile, testFile, () => [
        recorder,
        model,
        compileFile(examples, testFile, compileForWalk),
      ])
      for (const [line, walk] of await recordings)
        if (line >= firstLine && line <= lastLine) return walk as WalkRecording
      throw new Error(`${testFile}:${firstLine}: no walk through "${title}"`)
    },
    async recordScenario(file) {
      const test = scenarioAsTest(file, readScenario(siteDir, file))
      const recordings = recordOnce(test, file, () => [
        recorder,
        model,
        commands,
        { name: `/${file}`, text: compileForWalk(file, test) },
      ])
      const [walk] = (await recordings).values()
      if (!walk) throw new Error(`${file}:1: no walk through it`)
      return walk as WalkRecording
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
