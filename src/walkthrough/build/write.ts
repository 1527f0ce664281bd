import { withErrorNames } from '../../island/error-names.ts'
import { type Asset, hashed } from '../../notes/generated.ts'
import { highlight } from '../../notes/highlight.ts'
import type { WalkRecording } from '../../recorder/recording.ts'
import type { Walk } from '../walk.ts'
import { walkDataName } from './render.ts'
import { isScenario, readScenario, withCommentsIn } from './scenario.ts'

/** Makes files of recordings and of the code that they lead through, in one language. */
export class WalkWriter {
  #siteDir: string
  #locale: string
  #sources: ReadonlyMap<string, string>
  #sandbox: Walk['sandbox']
  /** Walks by the name of their data, and code by its file. */
  #assets = new Map<string, Asset>()

  /** @param sandbox the names of what records walks through edited code */
  constructor(
    siteDir: string,
    locale: string,
    sources: ReadonlyMap<string, string>,
    sandbox: Walk['sandbox'],
  ) {
    this.#siteDir = siteDir
    this.#locale = locale
    this.#sources = sources
    this.#sandbox = sandbox
  }

  /** Makes the file of a walk. Returns its name. */
  async write(of: string, test: string, testFile: string, recording: WalkRecording): Promise<string> {
    const code: Walk['code'] = {}
    for (const [file, text] of this.texts(recording)) {
      const asset = this.#assets.get(file) ?? (await codeAsset(file, text))
      this.#assets.set(file, asset)
      code[file] = asset.name
    }
    const name = isScenario(of) ? walkDataName(of) : walkDataName(of, test)
    const walk: Walk = { recording, code, testFile, sandbox: this.#sandbox }
    const asset = hashed(`${name}.json`, JSON.stringify(walk))
    this.#assets.set(name, asset)
    return asset.name
  }

  /** The text of each file that a walk leads through. */
  texts({ files }: WalkRecording): Map<string, string> {
    return new Map(
      files.map((file) => [
        file,
        isScenario(file)
          ? withCommentsIn(readScenario(this.#siteDir, file), this.#locale)
          : (this.#sources.get(file) ?? ''),
      ]),
    )
  }

  assets(): Asset[] {
    return [...this.#assets.values()]
  }
}

async function codeAsset(file: string, text: string): Promise<Asset> {
  const name = file.replace(/^examples\//, '').replaceAll('/', '-')
  const html = isScenario(file) ? withErrorNames(await highlight(text, 'text')) : await highlight(text, 'ts')
  return hashed(`${name}.html`, html)
}
