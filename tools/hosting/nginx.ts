import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { StaticServer } from '../serve/static-server.ts'

/** An nginx of this machine: its program, and its list of types. */
export interface Nginx {
  program: string
  types: string
}

const unpacked = resolve('node_modules/.cache/nginx')

const places: readonly Nginx[] = [
  { program: '/usr/sbin/nginx', types: '/etc/nginx/mime.types' },
  { program: '/opt/homebrew/bin/nginx', types: '/opt/homebrew/etc/nginx/mime.types' },
  { program: join(unpacked, 'usr/sbin/nginx'), types: join(unpacked, 'etc/nginx/mime.types') },
]

/**
 * Finds an nginx. If there is none, but `apt-get`, Debian's is fetched into a folder that only tests use.
 *
 * @returns undefined if there is none
 */
export function findNginx(): Nginx | undefined {
  const find = () => places.find(({ program, types }) => existsSync(program) && existsSync(types))
  if (find() || !existsSync('/usr/bin/apt-get')) return find()
  console.log('No nginx found: fetching it (0.7 MB) for the tests, without installing it')
  try {
    fetchNginx()
  } catch {} // without a network, or on another system
  return find()
}

function fetchNginx(): void {
  const download = mkdtempSync(join(tmpdir(), 'nginx-'))
  const options = { cwd: download, stdio: 'pipe' } as const
  const apt = (...words: string[]) => execFileSync('apt-get', ['-qq', ...words], options)
  const packages = ['nginx', 'nginx-common'] as const
  try {
    try {
      apt('download', ...packages)
    } catch {
      apt('update') // a new machine has no list of packages
      apt('download', ...packages)
    }
    const content = `${unpacked}.${process.pid}`
    for (const archive of readdirSync(download))
      execFileSync('dpkg-deb', ['--extract', archive, content], options)
    execFileSync(join(content, 'usr/sbin/nginx'), ['-v'], options) // throws if a library is missing
    renameSync(content, unpacked)
  } finally {
    rmSync(download, { recursive: true })
  }
}

/**
 * Serves a built site by nginx, with `site.conf`. The port, the folder and the base path are put in where that file says
 * so.
 *
 * @param folder the built site; for a base path, a folder that has it in its place
 * @throws if nginx refuses the configuration, with what it prints
 */
export async function serveByNginx(
  { program, types }: Nginx,
  folder: string,
  basePath = '/',
): Promise<StaticServer> {
  const port = await freePort()
  const own = mkdtempSync(join(tmpdir(), 'nginx-'))
  const site = replaced(readFileSync(new URL('./site.conf', import.meta.url), 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen [::]:80;', ''],
    ['root /var/www/site;', `root ${resolve(folder)};`],
  ]).replace(/^.*# base$/gm, (line) =>
    line.replace(/\/(?=\[)| \/(?=404)/, (slash) => slash.replace('/', basePath)),
  )
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(own, name)};`,
  )
  const file = join(own, 'nginx.conf')
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${join(own, 'pid')};
error_log ${join(own, 'error.log')};
events {}
http {
include ${types};
access_log off;
${temporary.join('\n')}
${site}
}
`,
  )
  const nginx = (...words: string[]) =>
    execFileSync(program, ['-e', join(own, 'error.log'), '-c', file, ...words], { stdio: 'pipe' })
  nginx() // it returns when it listens
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    async close() {
      nginx('-s', 'stop')
      rmSync(own, { recursive: true, force: true })
    },
  }
}

/** Replaces texts, each of which has to be there. */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((result, [part, by]) => {
    if (!result.includes(part)) throw new Error(`tools/hosting/site.conf: it no longer has "${part}"`)
    return result.replace(part, by)
  }, text)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
