import type { WalkRecording } from '../recorder/recording.ts'

/** A walk as it is served. */
export interface Walk {
  recording: WalkRecording
  /** The highlighted code of each file: names of files beside this one. */
  code: Record<string, string>
  testFile: string
  /** The sandbox that records the walk through edited code: the addresses from here. */
  sandbox: { frame: string; program: string }
}
