import { languageOf } from '../../reference/languages.ts'
import { buildElement } from '../notes/built-element.ts'
import { generate } from '../notes/generated.ts'
import { fileMap } from './FileMap.tsx'

/** Draws the map in the language of the build. */
export const map = generate({
  name: 'file-map',
  sources: ['src/map/*'],
  async make({ baseUrl, i18n }) {
    return { data: new Map([['file-map', buildElement(fileMap(languageOf(i18n.currentLocale), baseUrl))]]) }
  },
})
