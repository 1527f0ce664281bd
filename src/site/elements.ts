import { cElement } from '../c-line/pages.ts'
import { callStackElement } from '../call-stack/build/pages.ts'
import { exampleElement } from '../example/build/pages.ts'
import { fileMapElement } from '../map/plugin.ts'
import type { PageElement } from '../notes/element.ts'
import { tableElements } from '../tables/pages.ts'
import { glossaryElement } from '../terms/terms.ts'
import { thenAndNowElement } from '../then-and-now/pages.ts'
import { walkthroughElement } from '../walkthrough/build/pages.ts'

/** All elements that a page of the notes can name. */
export const elements: readonly PageElement[] = [
  exampleElement,
  walkthroughElement,
  callStackElement,
  thenAndNowElement,
  cElement,
  glossaryElement,
  ...tableElements,
  fileMapElement,
]
