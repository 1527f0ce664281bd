/**
 * The runner in a worker of the browser. The first message has the port to the page. The name of a worker that was not
 * started by the sandbox is the URL of a script, which it loads.
 */

import type { Order, Report, Script } from './protocol.ts'
import { serve } from './runner.ts'

declare const importScripts: (url: string) => void
declare const name: string

const loadScript = importScripts
const urlOf = URL.createObjectURL
const release = URL.revokeObjectURL
const Text = Blob

const { addEventListener: listen } = globalThis
const tests = name
let page: MessagePort | undefined

const { order, uncaught } = serve({
  post: (report: Report) => page?.postMessage(report),
  load: ({ name, text }: Script) => {
    // Firefox runs nothing without the type.
    const url = urlOf(new Text([`${text}\n//# sourceURL=${name}`], { type: 'text/javascript' }))
    try {
      loadScript(url)
    } finally {
      release(url)
    }
  },
})

if (tests) loadScript(tests)

listen(
  'message',
  ({ ports }) => {
    page = ports[0]
    if (page) page.onmessage = ({ data }: MessageEvent<Order>) => order(data)
  },
  { once: true },
)
listen('unhandledrejection', (event) => uncaught(event.reason))
listen('error', (event) => {
  event.preventDefault()
  uncaught(event.error)
})
