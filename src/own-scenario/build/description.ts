import type { PageElement } from '../../notes/element.ts'
import { generatedModule } from '../../notes/generated.ts'

/** The name of the data of the element. */
export const ownScenarioName = 'own-scenario'

/** `<OwnScenario />`: a field in which readers write a scenario and run it. The block `mine.txt` of the page is its text. */
export const ownScenarioElement: PageElement = {
  name: 'OwnScenario',
  usage: '<OwnScenario />',
  once: () => [ownScenarioName],
  data: () => generatedModule(ownScenarioName, ownScenarioName),
}
