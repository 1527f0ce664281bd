/**
 * The script of the sandboxed frame. It starts workers for the page and ends them, and knows nothing else.
 *
 * The program of the workers stands in the frame's document, and one is started at once. The page sends two ports for a
 * worker: the first is kept here, to end the worker, to say that it was started, and to tell of an error that was not
 * caught; the second goes to the worker. A text that comes with them is run instead of the program.
 */

const program = document.getElementById('program')?.textContent ?? ''
let spare: Started | undefined = start(program)

addEventListener('message', ({ source, data, ports: [control, wire] }: MessageEvent<string | null>) => {
  if (source !== parent || !control || !wire) return
  const { worker, url } = data === null ? (spare ?? start(program)) : start(data)
  if (data === null) spare = undefined
  control.postMessage('started')
  worker.onerror = ({ message, lineno, colno }) =>
    control.postMessage({ message, line: lineno, column: colno })
  worker.postMessage(null, [wire])
  control.onmessage = () => {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
})

interface Started {
  worker: Worker
  url: string
}

function start(text: string): Started {
  const url = URL.createObjectURL(new Blob([text]))
  return { worker: new Worker(url), url }
}
