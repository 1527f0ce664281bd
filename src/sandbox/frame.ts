/**
 * The script of the sandboxed `iframe`. It starts workers for the page and ends them.
 *
 * It sends a message when it is loaded. Then the page sends the program of a worker, and two ports: this script keeps
 * the first, to end the worker and to report uncaught errors, and passes the second to the worker. One worker is started
 * in advance.
 *
 * A kept copy of the site has no sandboxed document to load: its service worker sees no request for a frame without an
 * origin. There the page loads this document with its own origin, and the document puts the sandboxed frame into itself,
 * as a copy. It runs no code but this, and passes the messages on.
 */

if (origin === 'null') startWorkers()
else passOn()

function startWorkers(): void {
  /** The first script of a worker: it waits for the program. */
  const starter = urlOf('onmessage=({data})=>{onmessage=null;importScripts(URL.createObjectURL(data))}')
  let spare: Worker | undefined = new Worker(starter)

  const startProgram = (program: Blob): Worker => {
    const worker = spare ?? new Worker(starter)
    spare = undefined
    worker.postMessage(program)
    return worker
  }

  addEventListener('message', ({ source, data, ports: [control, wire] }: MessageEvent<Blob | string>) => {
    if (source !== parent || !control || !wire) return
    const worker = typeof data === 'string' ? new Worker(urlOf(data)) : startProgram(data)
    worker.onerror = ({ message, lineno, colno }) =>
      control.postMessage({ message, line: lineno, column: colno })
    worker.postMessage(null, [wire])
    control.onmessage = () => worker.terminate()
  })

  parent.postMessage(null, '*')
}

function passOn(): void {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.srcdoc = document.documentElement.outerHTML
  addEventListener('message', ({ source, data, ports }) => {
    if (source === parent) frame.contentWindow?.postMessage(data, '*', [...ports])
    else if (source === frame.contentWindow) parent.postMessage(data, '*')
  })
  document.documentElement.append(frame)
}

/** Returns a URL of the script. The type is needed: Firefox runs nothing else. */
function urlOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
}
