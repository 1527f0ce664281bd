import type { PageElement } from '../notes/element.ts'
import { generatedModule } from '../notes/generated.ts'

/** `<FileMap />`: a map of the functions of the file and their calls. */
export const fileMapElement: PageElement = {
  name: 'FileMap',
  usage: '<FileMap />',
  data: () => generatedModule('file-map', 'file-map'),
}
