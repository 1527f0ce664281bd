import type { PageElement } from '../notes/element.ts'
import { generatedModule } from '../notes/generated.ts'

/** `<FileMap />`: a map of the functions of the file and their calls. */
export const fileMapElement: PageElement = {
  name: 'FileMap',
  usage: '<FileMap />',
  data: () => generatedModule('file-map', 'file-map'),
}

/** `<StructureMap />`: the structs of the file, who makes and frees them, and what protects each field. */
export const structureMapElement: PageElement = {
  name: 'StructureMap',
  usage: '<StructureMap />',
  data: () => generatedModule('file-map', 'structure-map'),
}
