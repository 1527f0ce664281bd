import type { LoadContext, Plugin } from '@docusaurus/types'
import { languageOf } from '../../reference/text.ts'
import { buildElement } from '../notes/built-element.ts'
import { fileMap } from './FileMap.tsx'

/** Draws the map of the file, which is `<FileMap />` in a page. */
export function map({ baseUrl, i18n }: LoadContext): Plugin {
  return {
    name: 'file-map',

    async contentLoaded({ actions }) {
      const built = buildElement(fileMap(languageOf(i18n.currentLocale), baseUrl))
      await actions.createData('file-map.json', JSON.stringify(built))
    },
  }
}
