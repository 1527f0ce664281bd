/** The page's side of the sandbox: workers started in advance, in an `iframe` without access to anything. */

import type { Order, Report, Script } from './protocol.ts'

/** Where the parts of a sandbox are served. Two examples with equal urls can use the same worker. */
export interface SandboxUrls {
  /** The document of the frame that starts workers. */
  frame: string
  /** What a worker runs. */
  program: string
  /** What it loads then, in order: what stack frames call the script, and its url. */
  scripts: [name: string, url: string][]
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

/** What the iframe reports of a worker. */
type ControlMessage = Omit<Crash, 'type'>

/** A worker in the iframe: a port to it, and the port that ends it and reports its errors. */
interface Worker {
  wire: MessagePort
  control: MessagePort
}

/** An iframe, maybe made by the inline script, with the answer to its request for the program. */
type Frame = HTMLIFrameElement & { program?: Promise<Response> }

/** An iframe that has not sent its message after this time, in ms, has failed. */
const loadLimit = 30_000

/** If this long after `load`, in ms, there is no message, the document is the browser's own, about an error. */
const messageLimit = 1000

let prepared: { key: string; sandbox: Promise<Sandbox> } | undefined

/** Makes a sandbox ready, if none is. The next call of {@link take} gets it. */
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
 * Takes the sandbox that is made ready, or another. Rejects if something could not be loaded; the next call loads it
 * again.
 */
export function take(urls: SandboxUrls): Promise<Sandbox> {
  const ready = prepared?.key === JSON.stringify(urls) ? prepared.sandbox : undefined
  if (ready) prepared = undefined
  return ready ?? open(urls)
}

/**
 * Finds the error in a script that the browser could not read, by loading it once more as a worker of its own: for a
 * script that a worker loads, the browser does not report the line.
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

/** Starts a worker in the frame with the document of this url. */
async function start(url: string, running: Promise<Blob> | string): Promise<Worker> {
  const [program, { contentWindow }] = await Promise.all([running, frameOf(url)])
  const [control, wire] = [new MessageChannel(), new MessageChannel()]
  // '*': the frame has no origin to name
  contentWindow?.postMessage(program, '*', [control.port2, wire.port2])
  return { control: control.port1, wire: wire.port1 }
}

const frames = new Map<string, Promise<Frame>>()

/** The frame with the document of this url, when it is there. If the page has none, it is put there. */
function frameOf(url: string): Promise<Frame> {
  return once(frames, url, () => {
    const begun = begunFrame(url)
    const frame = begun ?? document.createElement('iframe')
    const loading = new Promise<Frame>((resolve, reject) => {
      const giveUp = () => reject(new Error('the frame does not come'))
      const doubt = () => setTimeout(giveUp, messageLimit)
      if ('message' in frame.dataset) resolve(frame)
      if ('load' in frame.dataset) doubt()
      addEventListener('message', ({ source }) => source === frame.contentWindow && resolve(frame))
      frame.addEventListener('load', doubt)
      setTimeout(giveUp, loadLimit)
    })
    loading.catch(() => frame.remove()) // the next sandbox adds another
    if (!begun) {
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.hidden = true
      frame.src = here(url)
      document.body.append(frame)
    }
    return loading
  })
}

function begunFrame(url: string): Frame | undefined {
  const src = here(url)
  return [...document.querySelectorAll('iframe')].find((frame) => frame.src === src)
}

const texts = new Map<string, Promise<string>>()
const programs = new Map<string, Promise<Blob>>()

/** The text of a file that is served beside this script. */
export function fetchText(url: string): Promise<string> {
  return once(texts, url, async () => (await ask(url)).text())
}

function fetchProgram(frame: string, url: string): Promise<Blob> {
  return once(programs, url, async () => {
    const begun = begunFrame(frame)
    const answer = begun?.program
    delete begun?.program // a response can be read once
    return (await ask(url, answer)).blob()
  })
}

/** Loads what an url names, once; again only if that failed. */
function once<T>(known: Map<string, Promise<T>>, url: string, load: () => Promise<T>): Promise<T> {
  const loading = known.get(url) ?? load()
  known.set(url, loading)
  loading.catch(() => known.delete(url))
  return loading
}

async function ask(url: string, answer = fetch(here(url))): Promise<Response> {
  const response = await answer
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response
}

/** The whole url of a file that is named from the folder of this script. */
export function here(url: string): string {
  return new URL(url, import.meta.url).href
}
