import type { PageElement } from '../notes/element.ts'
import { generatedModule } from '../notes/generated.ts'

/** The name of the data of the element. */
export const translationsName = 'translations'

/** `<Translations />`: how many texts of each language are current, and the pages and files with others. */
export const translationsElement: PageElement = {
  name: 'Translations',
  usage: '<Translations />',
  data: () => generatedModule(translationsName, translationsName),
}
