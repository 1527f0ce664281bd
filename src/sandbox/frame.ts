/**
 * The script of the sandboxed `iframe`. It starts workers for the page and ends them.
 *
 * It sends a message when it is loaded. Then the page sends the program of a worker, and two ports: the first is kept
 * here, to end the worker and to report an error that was not caught; the second goes to the worker. One worker is
 * started before the page asks for it.
 */

/** What a worker does first: it waits for its program. */
const starter = urlOf('onmessage=({data})=>{onmessage=null;importScripts(URL.createObjectURL(data))}')
let spare: Worker | undefined = new Worker(starter)

addEventListener('message', ({ source, data, ports: [control, wire] }: MessageEvent<Blob | string>) => {
  if (source !== parent || !control || !wire) return
  const worker = typeof data === 'string' ? new Worker(urlOf(data)) : startProgram(data)
  worker.onerror = ({ message, lineno, colno }) =>
    control.postMessage({ message, line: lineno, column: colno })
  worker.postMessage(null, [wire])
  control.onmessage = () => worker.terminate()
})

parent.postMessage(null, '*')

function startProgram(program: Blob): Worker {
  const worker = spare ?? new Worker(starter)
  spare = undefined
  worker.postMessage(program)
  return worker
}

/** Firefox runs only what is declared to be JavaScript. */
function urlOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
}
