import { languageOf } from '../../reference/languages.ts'
import { buildElement } from '../notes/built-element.ts'
import type { PageElement } from '../notes/element.ts'
import { generate, generatedModule } from '../notes/generated.ts'
import { fileMap } from './FileMap.tsx'

/** `<FileMap />`: a map of the functions of the file and their calls. */
export const fileMapElement: PageElement = {
  name: 'FileMap',
  usage: '<FileMap />',
  data: () => generatedModule('file-map', 'file-map'),
}

/** Draws the map in the language of the build. */
export const map = generate({
  name: 'file-map',
  sources: ['src/map/*'],
  async make({ baseUrl, i18n }) {
    return { data: new Map([['file-map', buildElement(fileMap(languageOf(i18n.currentLocale), baseUrl))]]) }
  },
})
