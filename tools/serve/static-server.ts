import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
}

/** A running server. */
export interface StaticServer {
  /** `http://localhost:<port>/`, followed by the base URL. */
  url: string
  close(): Promise<void>
}

/**
 * Serves the files of `folder` as a static host does: for `…/` its `index.html`, for a missing file `404.html`.
 *
 * @param port 0 for any free port; if another port is in use, the next free one is used
 * @param baseUrl the base URL that the site was built for
 * @param isCompressed whether files are compressed, as most hosts do, for clients that accept it
 */
export async function serve(
  folder: string,
  port = 0,
  baseUrl = '/',
  isCompressed = false,
): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    // Not `new URL`, which throws for `//`.
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '').replace(/^\/+/, '/')
    if (!pathname.startsWith(baseUrl)) return response.writeHead(302, { location: baseUrl }).end()
    const path = join(folder, normalize(`/${decodePath(pathname.slice(baseUrl.length))}`))
    const found = (await fileAt(path)) ?? (await fileAt(join(path, 'index.html')))
    if (found && found !== path && !pathname.endsWith('/')) {
      return response.writeHead(301, { location: `${pathname}/` }).end()
    }
    const file = found ?? join(folder, '404.html')
    const isGzip = isCompressed && acceptsGzip(request.headers['accept-encoding'])
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...(isCompressed && { vary: 'accept-encoding' }),
      ...(isGzip && { 'content-encoding': 'gzip' }),
    })
    const stream = createReadStream(file).on('error', () => response.end())
    if (isGzip) stream.pipe(createGzip()).pipe(response)
    else stream.pipe(response)
  })
  await listen(server, port)
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${baseUrl}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Returns true for `gzip, br` and `gzip;q=0.5`, and false for `identity` and `gzip;q=0`. */
function acceptsGzip(encodings: string | string[] = ''): boolean {
  return String(encodings)
    .split(',')
    .some((each) => /^\s*gzip\b/i.test(each) && !/;\s*q=0(\.0*)?\s*$/i.test(each))
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? path : undefined
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') listen(server, port + 1).then(listening, failed)
      else failed(error)
    })
    server.listen(port, listening)
  })
}
