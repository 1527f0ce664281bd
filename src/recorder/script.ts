/** The recorder as a script: loaded before marked code, in a worker of the browser or of Node. */

import { Recorder } from './recorder.ts'

Object.assign(globalThis, { __walk: new Recorder() })
