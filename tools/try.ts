import { writeFileSync, readFileSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { chromium } from 'playwright-core'
import { walk, walks } from '../src/walkthrough/build/test-walk.ts'
import { unpack } from '../src/recorder/recording.ts'
import { meshOf, placesOf } from '../src/mesh/mesh.ts'
import { MeshPicture } from '../src/mesh/Mesh.tsx'
import { meshWords } from '../src/mesh/words.ts'
const css = readFileSync('src/css/palette.css','utf8')+readFileSync('src/mesh/mesh.css','utf8')
const all: [string, any[]][] = []
for (const [of,key] of [['create-subflow-worker','two-by-two-mesh'],['create-subflow-worker','eight-by-eight-pairs'],['retry-subflow-worker','no-route-retried']] as const) {
  try { all.push([of+key, await walk(of,key)]) } catch (e) { console.log(String(e)) }
}
for (const f of ['h-v4-init-v4v6','c-server-flush','f-limits-4x4']) {
  try { const { readdirSync } = await import('node:fs'); const found = readdirSync('.', {recursive:true, encoding:'utf8'}).find(x=>x.endsWith(f+'.txt')&&!x.includes('node_modules')&&!x.startsWith('build')); console.log(found); if(found) all.push([f, unpack(await walks.recordScenario(found))]) } catch (e) { console.log(String(e)) }
}
let html = `<!doctype html><html data-theme=light><style>${css} body{background:var(--paper);font-family:sans-serif;margin:8px} .g{display:grid;grid-template-columns:repeat(3,auto);gap:10px;justify-content:start} </style><body><div class=g>`
const [lang, width, height, narrow] = [process.argv[2] ?? 'en', Number(process.argv[3] ?? 500), Number(process.argv[4] ?? 220), process.argv[5]==='1']
for (const [name, steps] of all) for (const part of [0.35,0.6,1]) {
  let i = Math.floor((steps.length-1)*part)
  while (i>0 && part<1 && !steps[i].changes.some((c:any)=>c[0].includes('subflows')||c[0].includes('remotes')) && !steps[i].sent.length) i--
  const s = steps[i]; const session = Object.keys(s.after.sessions)[0]
  html += `<div style="width:${width}px"><small>${name} ${i+1}/${steps.length}</small>${renderToString(h(MeshPicture as any, { mesh: meshOf(s.after, session, s), places: placesOf(steps, session), size: { width, height, isNarrow: narrow }, words: meshWords(lang) }))}</div>`
}
writeFileSync('/tmp/shots/mesh.html', html)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run','--disable-quic'] })
const p = await b.newPage({ viewport: { width: width*3+40, height: 800 } })
await p.goto('file:///tmp/shots/mesh.html'); await p.screenshot({ path: '/tmp/shots/mesh.png', fullPage: true }); await b.close()
