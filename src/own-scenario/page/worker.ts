/** The worker that runs the scenario of a reader. The page ends it if it takes too long. */

import { print } from '../print.ts'

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(print(data)))
