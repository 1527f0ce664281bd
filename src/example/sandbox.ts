/** The page's side of the sandbox: workers that stand ready, in a frame that can reach nothing. */

import type { Order, Report, Script } from './protocol.ts'

/** Where the parts of a sandbox are served. Two examples with equal addresses can use the same worker. */
export interface Addresses {
  sandbox: string
  runner: string
  /** What to load, in order: the name that stack frames will say, and the address. */
  scripts: [name: string, address: string][]
}

/** A worker that has loaded its scripts and waits to run them, once. */
export interface Sandbox {
  order(order: Order, listen: (report: Report | Crash) => void): void
  end(): void
}

/** An error that the runner could not catch. `line` is of the script, if it is known. */
export interface Crash {
  type: 'crash'
  message: string
  line: number
}

/** A worker of the frame: a port to it, and the one that ends it and tells of its errors. */
interface Worker {
  wire: MessagePort
  control: MessagePort
}

/** A sandbox that takes longer to answer than this will never do. */
const patience = 10_000

let prepared: { key: string; sandbox: Promise<Sandbox> } | undefined

/** Makes a sandbox ready, if none is. The next call of {@link take} gets it. */
export function prepare(addresses: Addresses): void {
  const key = JSON.stringify(addresses)
  if (prepared?.key === key) return
  prepared?.sandbox.then(
    (sandbox) => sandbox.end(),
    () => {},
  )
  const sandbox = open(addresses)
  prepared = { key, sandbox }
  sandbox.catch(() => {
    if (prepared?.sandbox === sandbox) prepared = undefined
  })
}

/**
 * Takes the sandbox that is ready, or will be. Rejects if something could not be loaded.
 *
 * One that was begun before it was asked for may have failed for a reason that is over: then another is begun.
 */
export function take(addresses: Addresses): Promise<Sandbox> {
  const ready = prepared?.key === JSON.stringify(addresses) ? prepared.sandbox : undefined
  if (ready) prepared = undefined
  return ready ? ready.catch(() => open(addresses)) : open(addresses)
}

/**
 * Finds what the browser dislikes about a script that it could not read, by having it read once more in a
 * worker of its own. (A script loaded by a worker does not tell the line.)
 */
export async function diagnose(sandbox: string, { text }: Script): Promise<Crash | undefined> {
  const { control } = await start(sandbox, new Blob([text]))
  return new Promise((resolve) => {
    setTimeout(resolve, 500, undefined)
    control.onmessage = ({ data }) => resolve({ type: 'crash', ...data })
  }).finally(() => control.postMessage('end')) as Promise<Crash | undefined>
}

async function open({ sandbox, runner, scripts }: Addresses): Promise<Sandbox> {
  const starting = Promise.all([fetchText(runner), frame(sandbox)]).then(([program]) =>
    start(sandbox, new Blob([program])),
  )
  const loading = Promise.all(
    scripts.map(async ([name, address]): Promise<Script> => ({ name, text: await fetchText(address) })),
  )
  const [{ wire, control }, load] = await Promise.all([starting, loading])
  wire.postMessage({ load } satisfies Order)
  await new Promise((resolve, reject) => {
    wire.onmessage = resolve
    setTimeout(reject, patience)
  }).catch(() => {
    forgetFrame()
    throw new Error('the sandbox does not answer')
  })
  return {
    order(order, listen) {
      wire.onmessage = ({ data }: MessageEvent<Report>) => listen(data)
      control.onmessage = ({ data }) => listen({ type: 'crash', ...data })
      wire.postMessage(order)
    },
    end() {
      control.postMessage('end')
      wire.close()
      control.close()
    },
  }
}

async function start(sandbox: string, program: Blob): Promise<Worker> {
  const target = (await frame(sandbox)).contentWindow
  const [control, wire] = [new MessageChannel(), new MessageChannel()]
  target?.postMessage(program, '*', [control.port2, wire.port2]) // '*': the frame has no origin to name
  return { control: control.port1, wire: wire.port1 }
}

let loadingFrame: Promise<HTMLIFrameElement> | undefined

/**
 * The frame, loaded once. A frame that could not be loaded looks like one that was: whether its document can be had
 * is asked beside it, so that a line that is down is noticed at once.
 */
function frame(address: string): Promise<HTMLIFrameElement> {
  if (loadingFrame) return loadingFrame
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.hidden = true
  frame.src = here(address)
  const loaded = new Promise((resolve) => {
    frame.onload = resolve
  })
  document.body.append(frame)
  const loading = Promise.all([loaded, fetchText(address)]).then(() => frame)
  loadingFrame = loading
  loading.catch(() => {
    frame.remove()
    if (loadingFrame === loading) loadingFrame = undefined
  })
  return loading
}

/** The next sandbox gets a frame of its own. */
function forgetFrame(): void {
  loadingFrame?.then((frame) => frame.remove())
  loadingFrame = undefined
}

const texts = new Map<string, Promise<string>>()

/** The text of a file that is served beside this script. Asked for once, unless it did not come. */
export function fetchText(address: string): Promise<string> {
  const loading = texts.get(address) ?? load(address)
  texts.set(address, loading)
  loading.catch(() => texts.delete(address))
  return loading
}

async function load(address: string): Promise<string> {
  const response = await fetch(here(address))
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

/** The whole address of a file that is named from the folder of this script. */
export function here(address: string): string {
  return new URL(address, import.meta.url).href
}
