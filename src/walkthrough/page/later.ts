/** What the stage shows besides the first step: it is loaded after that step has been drawn. */

export { symbolAddress } from '../../../reference/symbol-ids.ts'
export * from '../c-pane/CPane.tsx'
export { kindOfField } from '../kind-of-field.ts'
export { withPanelWords } from '../panel-words.ts'
export { Keys } from './Keys.tsx'
export { changePins, PinHistories, PinNames, Pins, pinOfStep } from './Pin.tsx'
export { point, pointNext } from './point.ts'
export { StatePanels } from './State.tsx'
export { ThisStep } from './ThisStep.tsx'
export { EventsPanel, WirePanels } from './Wire.tsx'
