/** The recorder as a script, which a worker of the browser or of Node loads before marked code. */

import { Recorder } from './recorder.ts'

Object.assign(globalThis, { __walk: new Recorder() })
