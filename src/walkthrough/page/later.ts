/** What the stage shows besides the first step: it is loaded after that step has been drawn. */

export * from '../c-pane/CPane.tsx'
export { Keys } from './Keys.tsx'
export { PairsPanel } from './Pairs.tsx'
export { Pin } from './Pin.tsx'
export { point, pointNext } from './point.ts'
export { QueuePanel } from './Queue.tsx'
export { StatePanel } from './State.tsx'
export { ThisStep } from './ThisStep.tsx'
export { EventsPanel, LogPanel, SegmentPanel } from './Wire.tsx'
