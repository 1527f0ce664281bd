/**
 * The page's side of the sandbox: workers that are started in advance. Those that run a reader's code are in an `iframe`
 * without access to anything.
 */

import { fetchText, here, once, request } from '../island/fetch.ts'
import { trustedScriptUrl } from '../island/trusted.ts'
import type { Order, Report, Script } from './protocol.ts'

/** The URLs of the parts of a sandbox. Examples with equal URLs can use the same worker. */
export interface SandboxUrls {
  /** The document of the frame that starts workers. */
  frame: string
  /** The program of a worker. */
  program: string
  /** The scripts that the worker loads then, in order: the name of each in stack frames, and its URL. */
  scripts: [name: string, url: string][]
  /** All code is the site's own, none is a reader's, and in one script: it needs no frame, which takes long to start. */
  isOwn?: boolean
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

/** A worker that was started: the port to it, what ends it, and what reports its errors from now on. */
interface Started {
  wire: MessagePort
  end(): void
  onError(listen: (error: ControlMessage) => void): void
}

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

/**
 * Prepares a sandbox, if none is prepared. The next call of {@link take} returns it.
 *
 * @param begun a worker that was started with the program
 */
export function prepare(urls: SandboxUrls, begun?: Worker): void {
  const key = JSON.stringify(urls)
  if (prepared?.key === key) return
  prepared?.sandbox.then(
    (sandbox) => sandbox.end(),
    () => {},
  )
  const sandbox = open(urls, begun)
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
  const worker = await startInFrame(frame, text)
  return new Promise<Crash | undefined>((resolve) => {
    setTimeout(resolve, 500, undefined)
    worker.onError((error) => resolve({ type: 'crash', ...error }))
  }).finally(() => worker.end())
}

async function open({ frame, program, scripts, isOwn }: SandboxUrls, begun?: Worker): Promise<Sandbox> {
  const loadAll = () =>
    Promise.all(scripts.map(async ([name, url]): Promise<Script> => ({ name, text: await fetchText(url) })))
  const [{ wire, end, onError }, load] = isOwn
    ? [startOwn(program, scripts, begun), []]
    : await Promise.all([startInFrame(frame, fetchProgram(program)), loadAll()])

  let listen = (_report: Report | Crash) => {}
  const loaded = new Promise<void>((resolve, reject) => {
    onError(({ message }) => reject(new Error(message)))
    wire.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.type !== 'loaded') {
        listen(data)
        return
      }
      onError((error) => listen({ type: 'crash', ...error }))
      resolve()
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
      end()
      wire.close()
    },
  }
}

/** Starts a worker of the page, which loads its script itself, or takes one that was started. */
function startOwn(program: string, [[, script] = ['', '']]: SandboxUrls['scripts'], begun?: Worker): Started {
  const worker = begun ?? new Worker(trustedScriptUrl(here(program)), { name: script })
  const { port1: wire, port2 } = new MessageChannel()
  worker.postMessage(null, [port2])
  return {
    wire,
    end: () => worker.terminate(),
    onError(listen) {
      worker.onerror = ({ message, lineno }) => listen({ message, line: lineno })
    },
  }
}

/** Starts a worker in the frame whose document has this URL. */
async function startInFrame(url: string, running: Promise<Blob> | string): Promise<Started> {
  const [program, { contentWindow }] = await Promise.all([running, frameOf(url)])
  const [control, wire] = [new MessageChannel(), new MessageChannel()]
  // '*', because the frame has no origin
  contentWindow?.postMessage(program, '*', [control.port2, wire.port2])
  return {
    wire: wire.port1,
    end() {
      control.port1.postMessage('end')
      control.port1.close()
    },
    onError(listen) {
      control.port1.onmessage = ({ data }: MessageEvent<ControlMessage>) => listen(data)
    },
  }
}

const frames = new Map<string, Promise<HTMLIFrameElement>>()

/** Resolves to the frame whose document has this URL, once it is loaded. If the page has none, it is added. */
function frameOf(url: string): Promise<HTMLIFrameElement> {
  return once(frames, url, () => {
    const frame = document.createElement('iframe')
    const loading = new Promise<HTMLIFrameElement>((resolve, reject) => {
      const giveUp = () => reject(new Error('the frame does not come'))
      const ask = () => request(url).then(() => setTimeout(giveUp, doubtLimit), giveUp)
      const asking = setTimeout(ask, doubtLimit)
      addEventListener('message', ({ source }) => {
        if (source !== frame.contentWindow) return
        clearTimeout(asking)
        resolve(frame)
      })
      frame.addEventListener('load', () => setTimeout(giveUp, messageLimit))
      setTimeout(giveUp, loadLimit)
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

const programs = new Map<string, Promise<Blob>>()

function fetchProgram(url: string): Promise<Blob> {
  return once(programs, url, async () => (await request(url)).blob())
}
