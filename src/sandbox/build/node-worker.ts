/** The runner in a worker of Node: the build gets from it the results that the pages show. */

import vm from 'node:vm'
import { parentPort } from 'node:worker_threads'
import type { Order } from '../protocol.ts'
import { serve } from '../runner.ts'

const { order } = serve({
  post: (report) => parentPort?.postMessage(report),
  load: ({ name, text }) => new vm.Script(text, { filename: name }).runInThisContext(),
})
parentPort?.on('message', (data: Order) => order(data))
