import { languageOf } from '../../reference/languages.ts'
import { buildElement } from '../notes/built-element.ts'
import type { Generation } from '../notes/generated.ts'
import { fileMap } from './FileMap.tsx'
import { structureMap } from './StructureMap.tsx'

/** Draws the maps in the language of the build. */
export const map: Generation = {
  name: 'file-map',
  sources: /^src\/map\//,
  async make({ baseUrl, i18n }) {
    const language = languageOf(i18n.currentLocale)
    return {
      data: new Map([
        ['file-map', buildElement(fileMap(language, baseUrl))],
        ['structure-map', buildElement(structureMap(language, baseUrl))],
      ]),
    }
  },
}
