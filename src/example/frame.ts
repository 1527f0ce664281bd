/**
 * The script of the sandboxed frame. It starts workers for the page and ends them, and knows nothing else.
 *
 * The page sends the text of a worker with two ports: the first is kept here, to end the worker and to tell
 * of an error that was not caught; the second goes to the worker.
 */
addEventListener('message', ({ source, data, ports: [control, wire] }: MessageEvent<Blob>) => {
  if (source !== parent || !control || !wire) return
  const url = URL.createObjectURL(data)
  const worker = new Worker(url)
  worker.onerror = ({ message, lineno, colno }) =>
    control.postMessage({ message, line: lineno, column: colno })
  worker.postMessage(null, [wire])
  control.onmessage = () => {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
})
