import { cElement } from '../c-line/description.ts'
import { callStackElement } from '../call-stack/build/description.ts'
import { exampleElement } from '../example/build/description.ts'
import { courseProgressElement, exerciseElement } from '../example/build/exercise-description.ts'
import { fileMapElement, structureMapElement } from '../map/description.ts'
import type { PageElement } from '../notes/element.ts'
import { ownScenarioElement } from '../own-scenario/build/description.ts'
import { symbolFilterElement, symbolsElement } from '../symbols/build/description.ts'
import { tableElements } from '../tables/descriptions.ts'
import { glossaryElement } from '../terms/description.ts'
import { thenAndNowElement } from '../then-and-now/description.ts'
import { translationsElement } from '../translation/description.ts'
import { walkthroughElement } from '../walkthrough/build/description.ts'
import { meshStoryElement } from '../walkthrough/story/description.ts'
import { whichMptcpElement } from '../which-mptcp/build/description.ts'

/** Descriptions of all elements that a page can use. */
export const elements: readonly PageElement[] = [
  exampleElement,
  exerciseElement,
  courseProgressElement,
  walkthroughElement,
  meshStoryElement,
  callStackElement,
  thenAndNowElement,
  cElement,
  glossaryElement,
  translationsElement,
  ...tableElements,
  symbolsElement,
  symbolFilterElement,
  fileMapElement,
  structureMapElement,
  whichMptcpElement,
  ownScenarioElement,
]
