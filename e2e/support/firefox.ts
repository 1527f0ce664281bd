import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inject, onTestFinished } from 'vitest'
import { findFirefox } from '../../tools/browser/browser.ts'
import { fontEnvironment, fontsNamed } from '../../tools/browser/fonts.ts'

/** The path of the Firefox of this machine, if it has one. */
export const firefox = findFirefox()

/** Settings of Firefox: no requests of its own, and no dialogs. */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': '',
  'toolkit.telemetry.server': '',
}

/**
 * Opens a page in Firefox and runs a script in it that acts as a reader. (A driver for Firefox would have to be
 * installed.) A server adds the script to the page that is visited, and not to what the page downloads; it does not
 * change the content security policy.
 *
 * @param act runs in the page, without the variables of its module
 * @returns its result, converted to JSON and back
 */
export async function actInFirefox<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  const site = new URL(inject('site'))
  let finish = (_result: string) => {}
  const finished = new Promise<string>((resolve) => {
    finish = resolve
  })
  const script = `(${act})().catch(String).then((result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) }))`
  const server = createServer(async (request, response) => {
    if (request.url === '/result') {
      finish(await text(request))
      response.end()
    } else if (request.url === '/act.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end(script)
    } else {
      const answer = await fetch(new URL(request.url ?? '', site), { method: request.method ?? 'GET' })
      const type = answer.headers.get('content-type') ?? ''
      response.writeHead(answer.status, { 'content-type': type })
      const isVisit = request.headers['sec-fetch-mode'] === 'navigate'
      const isPage = isVisit && request.url === site.pathname + path
      response.end(
        isPage
          ? (await answer.text()).replace('</body>', '<script src="/act.js"></script></body>')
          : Buffer.from(await answer.arrayBuffer()),
      )
    }
  }).listen(0)

  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const address = `http://localhost:${(server.address() as AddressInfo).port}${site.pathname}${path}`
  const env = { ...process.env, ...fontEnvironment(fontsNamed(process.env.FONTS)) }
  const browser = spawn(firefox ?? '', ['--headless', '--no-remote', '--profile', profile, address], {
    env,
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    browser.kill()
    await once(browser, 'exit')
    server.close()
    server.closeAllConnections()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  return JSON.parse(await finished)
}
