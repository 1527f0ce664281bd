/** What the stage shows besides the first step: it is loaded after that step has been drawn. */

export * from '../c-pane/CPane.tsx'
export { EventsPanel, LogPanel, SegmentPanel } from './Wire.tsx'
