/**
 * The script of the sandboxed `iframe`. It starts workers for the page and ends them.
 *
 * It sends a message when it is loaded. Then the page sends the program of a worker, and two ports: this script keeps
 * the first, to end the worker and to report uncaught errors, and passes the second to the worker. One worker is started
 * in advance.
 */

import { trustUrls } from './trusted-url.ts'

const trusted = trustUrls()

/** The first script of a worker: it waits for the program. */
const starter = urlOf(
  `{const trusted=(${trustUrls})();onmessage=({data})=>{onmessage=null;importScripts(trusted(URL.createObjectURL(data)))}}`,
)
let spare: Worker | undefined = startWorker(starter)

addEventListener('message', ({ source, data, ports: [control, wire] }: MessageEvent<Blob | string>) => {
  if (source !== parent || !control || !wire) return
  const worker = typeof data === 'string' ? startWorker(urlOf(data)) : startProgram(data)
  worker.onerror = ({ message, lineno, colno }) =>
    control.postMessage({ message, line: lineno, column: colno })
  worker.postMessage(null, [wire])
  control.onmessage = () => worker.terminate()
})

parent.postMessage(null, '*')

function startProgram(program: Blob): Worker {
  const worker = spare ?? startWorker(starter)
  spare = undefined
  worker.postMessage(program)
  return worker
}

function startWorker(url: string): Worker {
  return new Worker(trusted(url))
}

/** Returns a URL of the script. The type is needed: Firefox runs nothing else. */
function urlOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
}
