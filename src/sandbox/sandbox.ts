/** The page's side of the sandbox: workers that are started in advance, in an `iframe` without access to anything. */

import { fetchText, here, once, request } from '../island/fetch.ts'
import type { Order, Report, Script } from './protocol.ts'

/** The URLs of the parts of a sandbox. Examples with equal URLs can use the same worker. */
export interface SandboxUrls {
  /** The document of the frame that starts workers. */
  frame: string
  /** The program of a worker. */
  program: string
  /** The scripts that the worker loads then, in order: the name of each in stack frames, and its URL. */
  scripts: [name: string, url: string][]
}

/** A worker for one run. It may get its order before it has loaded its scripts. */
export interface Sandbox {
  /** Rejects if the worker fails before it has loaded its scripts. */
  loaded: Promise<void>
  order(order: Order, listen: (report: Report | Crash) => void): void
  end(): void
}

/** An error that the runner could not catch. `line` is a line of the script. */
export interface Crash {
  type: 'crash'
  message: string
  line: number
}

/** An error of a worker, as the iframe reports it. */
type ControlMessage = Omit<Crash, 'type'>

/** A worker in the iframe: the port to it, and the port that ends it and reports its errors. */
interface Worker {
  wire: MessagePort
  control: MessagePort
}

/** An iframe. If the inline script made it, it has the request for the program. */
type Frame = HTMLIFrameElement & { program?: Promise<Response> }

/** An iframe has failed if it has not sent its message after this time, in ms. */
const loadLimit = 30_000

/** Without a message this long after `load`, in ms, the document is an error page of the browser. */
const messageLimit = 1000

/**
 * Without a message after this time, in ms, the page requests the document itself: Firefox and Safari report no `load` if
 * it cannot be loaded. If the document comes, the iframe has the same time again to send its message.
 */
const doubtLimit = 3000

let prepared: { key: string; sandbox: Promise<Sandbox> } | undefined

/** Prepares a sandbox, if none is prepared. The next call of {@link take} returns it. */
export function prepare(urls: SandboxUrls): void {
  const key = JSON.stringify(urls)
  if (prepared?.key === key) return
  prepared?.sandbox.then(
    (sandbox) => sandbox.end(),
    () => {},
  )
  const sandbox = open(urls)
  prepared = { key, sandbox }
  const loaded = sandbox.then(({ loaded }) => loaded)
  loaded.catch(() => {
    if (prepared?.sandbox === sandbox) prepared = undefined
  })
}

/**
 * Returns the prepared sandbox, or another. Rejects if a file could not be loaded; the next call loads it again.
 */
export function take(urls: SandboxUrls): Promise<Sandbox> {
  const ready = prepared?.key === JSON.stringify(urls) ? prepared.sandbox : undefined
  if (ready) prepared = undefined
  return ready ?? open(urls)
}

/**
 * Finds the error in a script that the browser could not parse, by running it as a worker: for a script that a worker
 * loads, the browser does not report the line.
 */
export async function diagnose(frame: string, { text }: Script): Promise<Crash | undefined> {
  const { control } = await start(frame, text)
  return new Promise((resolve) => {
    setTimeout(resolve, 500, undefined)
    control.onmessage = ({ data }: MessageEvent<ControlMessage>) => resolve({ type: 'crash', ...data })
  }).finally(() => control.postMessage('end')) as Promise<Crash | undefined>
}

async function open({ frame, program, scripts }: SandboxUrls): Promise<Sandbox> {
  const loading = Promise.all(
    scripts.map(async ([name, url]): Promise<Script> => ({ name, text: await fetchText(url) })),
  )
  const [{ wire, control }, load] = await Promise.all([start(frame, fetchProgram(frame, program)), loading])

  let listen = (_report: Report | Crash) => {}
  const loaded = new Promise<void>((resolve, reject) => {
    wire.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.type === 'loaded') resolve()
      else listen(data)
    }
    control.onmessage = ({ data }: MessageEvent<ControlMessage>) => {
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
      control.postMessage('end')
      wire.close()
      control.close()
    },
  }
}

/** Starts a worker in the frame whose document has this URL. */
async function start(url: string, running: Promise<Blob> | string): Promise<Worker> {
  const [program, { contentWindow }] = await Promise.all([running, frameOf(url)])
  const [control, wire] = [new MessageChannel(), new MessageChannel()]
  // '*', because the frame has no origin
  contentWindow?.postMessage(program, '*', [control.port2, wire.port2])
  return { control: control.port1, wire: wire.port1 }
}

const frames = new Map<string, Promise<Frame>>()

/** Resolves to the frame whose document has this URL, once it is loaded. If the page has none, it is added. */
function frameOf(url: string): Promise<Frame> {
  return once(frames, url, () => {
    const begun = isKept() ? undefined : begunFrame(url)
    const frame = begun ?? document.createElement('iframe')
    const loading = new Promise<Frame>((resolve, reject) => {
      const giveUp = () => reject(new Error('the frame does not come'))
      const doubt = () => setTimeout(giveUp, messageLimit)
      const ask = () => request(url).then(() => setTimeout(giveUp, doubtLimit), giveUp)
      const asking = setTimeout(ask, doubtLimit)
      const come = () => {
        clearTimeout(asking)
        resolve(frame)
      }
      if ('message' in frame.dataset) come()
      if ('load' in frame.dataset) doubt()
      addEventListener('message', ({ source }) => source === frame.contentWindow && come())
      frame.addEventListener('load', doubt)
      setTimeout(giveUp, loadLimit)
      if (begun) return
      // A frame without an origin cannot be loaded from a kept copy: see `frame.ts`.
      frame.setAttribute('sandbox', `allow-scripts${isKept() ? ' allow-same-origin' : ''}`)
      frame.hidden = true
      frame.src = here(url)
      document.body.append(frame)
    })
    loading.catch(() => frame.remove()) // the next sandbox adds a new one
    return loading
  })
}

/** Returns true if the page is of a kept copy of the site (`src/offline/page/worker.ts`). */
function isKept(): boolean {
  return 'kept' in document.documentElement.dataset
}

function begunFrame(url: string): Frame | undefined {
  const src = here(url)
  return [...document.querySelectorAll('iframe')].find((frame) => frame.src === src)
}

const programs = new Map<string, Promise<Blob>>()

function fetchProgram(frame: string, url: string): Promise<Blob> {
  return once(programs, url, async () => {
    const begun = begunFrame(frame)
    const answer = begun?.program
    delete begun?.program // a response can be read once
    return (await request(url, answer)).blob()
  })
}
