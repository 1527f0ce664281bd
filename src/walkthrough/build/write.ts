import type { Language } from '../../../reference/languages.ts'
import { withErrorNames } from '../../island/error-names.ts'
import { type Asset, hashed } from '../../notes/generated.ts'
import { highlight } from '../../notes/highlight.ts'
import type { WalkRecording } from '../../recorder/recording.ts'
import type { Walk } from '../walk.ts'
import { walkDataName } from './render.tsx'
import { isScenario, readScenario, withRemarksIn } from './scenario.ts'

/**
 * Makes the files of walks and of their code, in one language.
 *
 * @param sandbox the sandbox that records walks through edited code
 */
export function walkWriter(
  siteDir: string,
  language: Language,
  sources: ReadonlyMap<string, string>,
  sandbox: Walk['sandbox'],
) {
  /** Walks by the name of their data, and code by its file. */
  const assets = new Map<string, Asset>()

  /** Returns the text of each file in which a walk has steps. */
  const texts = ({ files }: WalkRecording): Map<string, string> =>
    new Map(
      files.map((file) => [
        file,
        isScenario(file) ? withRemarksIn(readScenario(siteDir, file), language) : (sources.get(file) ?? ''),
      ]),
    )

  return {
    texts,
    assets: () => [...assets.values()],
    /** Returns the name of the file with the code of a source file, once a walk with this file was written. */
    codeName: (file: string) => assets.get(file)?.name ?? '',
    /** Makes the file of the walk through a scenario, or through the test of a unit. Returns its name. */
    async write(
      of: string,
      key: string | undefined,
      testFile: string,
      recording: WalkRecording,
    ): Promise<string> {
      const name = walkDataName(of, key)
      const written = assets.get(name)
      if (written) return written.name
      const code: Walk['code'] = {}
      for (const [file, text] of texts(recording)) {
        const asset = assets.get(file) ?? (await codeAsset(file, text))
        assets.set(file, asset)
        code[file] = asset.name
      }
      const walk: Walk = { recording, code, testFile, sandbox }
      const asset = hashed(`${name}.json`, JSON.stringify(walk))
      assets.set(name, asset)
      return asset.name
    },
  }
}

async function codeAsset(file: string, text: string): Promise<Asset> {
  const name = file.replace(/^examples\//, '').replaceAll('/', '-')
  const html = isScenario(file) ? withErrorNames(await highlight(text, 'text')) : await highlight(text, 'ts')
  return hashed(`${name}.html`, html)
}
