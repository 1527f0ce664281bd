/** The page's side of the sandbox: workers that stand ready, in a frame that can reach nothing. */

import type { Order, Report, Script } from './protocol.ts'

/** Where the parts of a sandbox are served. Two examples with equal addresses can use the same worker. */
export interface Addresses {
  /** The frame's document, in which the program of its workers is. */
  sandbox: string
  /** What a worker loads then, in order: the name that stack frames will say, and the address. */
  scripts: [name: string, address: string][]
}

/** A worker that runs its scripts, once. It may get its order before it has loaded them. */
export interface Sandbox {
  /** Rejects if the worker does not answer. */
  loaded: Promise<void>
  order(order: Order, listen: (report: Report | Crash) => void): void
  end(): void
}

/** An error that the runner could not catch. `line` is of the script, if it is known. */
export interface Crash {
  type: 'crash'
  message: string
  line: number
}

/** What the frame says of a worker. */
type ControlMessage = 'started' | Omit<Crash, 'type'>

/** A worker of the frame: a port to it, and the one that ends it and tells of its errors. */
interface Worker {
  wire: MessagePort
  control: MessagePort
}

/** After this time, in ms, a sandbox may be in a frame that does not come: then it is asked whether it can. */
const doubt = 1000

/** A frame that has not come after this time, in ms, will not, whatever the browser says of it. */
const limit = 30_000

/** A frame that is there and takes longer than this to answer, in ms, is a browser's page about what went wrong. */
const patience = 3000

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
  const loaded = sandbox.then(({ loaded }) => loaded)
  loaded.catch(() => {
    if (prepared?.sandbox === sandbox) prepared = undefined
  })
}

/**
 * Takes the sandbox that is made ready, or another. Rejects if something could not be loaded; that is forgotten, and
 * asked for again the next time.
 */
export function take(addresses: Addresses): Promise<Sandbox> {
  const ready = prepared?.key === JSON.stringify(addresses) ? prepared.sandbox : undefined
  if (ready) prepared = undefined
  return ready ?? open(addresses)
}

/**
 * Finds what the browser dislikes about a script that it could not read, by having it read once more in a
 * worker of its own. (A script loaded by a worker does not tell the line.)
 */
export async function diagnose(sandbox: string, { text }: Script): Promise<Crash | undefined> {
  const { control } = await start(sandbox, text)
  return new Promise((resolve) => {
    setTimeout(resolve, 500, undefined)
    control.onmessage = ({ data }: MessageEvent<ControlMessage>) => {
      if (data !== 'started') resolve({ type: 'crash', ...data })
    }
  }).finally(() => control.postMessage('end')) as Promise<Crash | undefined>
}

async function open({ sandbox, scripts }: Addresses): Promise<Sandbox> {
  let fail = (_reason: unknown) => {}
  const failure = new Promise<never>((_, reject) => {
    fail = reject
  })
  failure.catch(() => forgetFrame(sandbox))
  const timers = [
    setTimeout(() => ask(sandbox, 'HEAD').catch((error) => fail(error)), doubt),
    setTimeout(() => fail(new Error('the sandbox does not come')), limit),
  ]
  const settle = () => {
    timers.forEach(clearTimeout)
    fail = () => {}
  }

  const loading = Promise.all(
    scripts.map(async ([name, address]): Promise<Script> => ({ name, text: await fetchText(address) })),
  )
  const ready = Promise.all([start(sandbox), loading])
  ready.catch(settle) // the frame is not to blame
  const [{ wire, control }, load] = await Promise.race([ready, failure])
  timers.push(setTimeout(fail, patience, new Error('the sandbox does not answer')))

  let listen = (_report: Report | Crash) => {}
  const loaded = new Promise<void>((resolve, reject) => {
    failure.catch(reject)
    wire.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.type === 'loaded') resolve()
      else listen(data)
    }
    control.onmessage = ({ data }: MessageEvent<ControlMessage>) => {
      settle()
      if (data === 'started') return
      reject(new Error(data.message))
      listen({ type: 'crash', ...data })
    }
  })
  wire.postMessage({ load } satisfies Order)
  return {
    loaded,
    order(order, listener) {
      listen = listener
      wire.postMessage(order)
    },
    end() {
      settle()
      control.postMessage('end')
      wire.close()
      control.close()
    },
  }
}

/** Starts a worker in the frame, of the frame's program or of another. */
async function start(sandbox: string, program: string | null = null): Promise<Worker> {
  const { element, isLoaded } = frame(sandbox)
  await isLoaded
  const [control, wire] = [new MessageChannel(), new MessageChannel()]
  // '*': the frame has no origin to name
  element.contentWindow?.postMessage(program, '*', [control.port2, wire.port2])
  return { control: control.port1, wire: wire.port1 }
}

interface Frame {
  element: HTMLIFrameElement
  isLoaded: Promise<unknown>
}

const frames = new Map<string, Frame>()

/** The frame with the document of this address. The page has one, or it is put there. */
function frame(address: string): Frame {
  const known = frames.get(address)
  if (known) return known
  const src = here(address)
  const begun = [...document.querySelectorAll('iframe')].find((frame) => frame.src === src)
  const element = begun ?? document.createElement('iframe')
  const isLoaded = new Promise((resolve) => {
    if ('loaded' in element.dataset) resolve(element)
    else element.addEventListener('load', resolve)
  })
  if (!begun) {
    element.setAttribute('sandbox', 'allow-scripts')
    element.hidden = true
    element.src = src
    document.body.append(element)
  }
  const frame = { element, isLoaded }
  frames.set(address, frame)
  return frame
}

/** The next sandbox gets a frame of its own. */
function forgetFrame(address: string): void {
  frames.get(address)?.element.remove()
  frames.delete(address)
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
  return (await ask(address)).text()
}

async function ask(address: string, method = 'GET'): Promise<Response> {
  const response = await fetch(here(address), { method })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

/** The whole address of a file that is named from the folder of this script. */
export function here(address: string): string {
  return new URL(address, import.meta.url).href
}
