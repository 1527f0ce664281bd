import type { RootContent } from 'mdast'
import type { PageElement } from '../notes/element.ts'
import { glossaryEntries } from './terms.ts'

/** `<Glossary />`: the whole glossary as a part of a page. */
export const glossaryElement: PageElement = {
  name: 'Glossary',
  usage: '<Glossary />',
  replace: (_, { language }) => glossaryEntries(language) as RootContent[],
}
