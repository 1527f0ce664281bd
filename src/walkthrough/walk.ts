import type { WalkRecording } from '../recorder/recording.ts'

/** A walk as it is served. */
export interface Walk {
  recording: WalkRecording
  /** The file with the highlighted code of each source file, in the folder of this one. */
  code: Record<string, string>
  testFile: string
  /** The sandbox that records walks through edited code: URLs relative to this file. */
  sandbox: { frame: string; program: string }
}
