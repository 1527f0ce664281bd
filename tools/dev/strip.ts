import type { Report } from './problems.ts'
import './strip.css'

/**
 * Shows the problems of the site at the bottom of the page, in `npm run dev`: each with its file and line, until it is
 * fixed. Texts that are not current stand below them, in another colour; without a problem they are folded.
 */
function show({ problems, notCurrent, summary: count }: Report): void {
  const old = document.querySelector<HTMLDetailsElement>('.problems')
  const isOpen = old?.open ?? problems.length > 0
  old?.remove()
  if (problems.length + notCurrent.length === 0) return
  const strip = document.createElement('details')
  strip.className = problems.length > 0 ? 'problems' : 'problems problems--none'
  strip.open = isOpen
  const summary = document.createElement('summary')
  summary.textContent = count
  const list = document.createElement('ul')
  for (const message of [...problems, ...notCurrent]) {
    const [, place = '', text = ''] = /^(.*?:\d+)(?=:)(.*)$/s.exec(message) ?? [undefined, '', message]
    const item = document.createElement('li')
    if (notCurrent.includes(message)) item.className = 'problems__not-current'
    const code = document.createElement('code')
    code.textContent = place
    item.append(code, text)
    list.append(item)
  }
  strip.append(summary, list)
  document.body.append(strip)
}

let isFirst = true

new EventSource(process.env.PROBLEMS_URL ?? '').onmessage = ({ data }) => {
  // A page that could not be compiled when it was loaded is empty. It is loaded again when something has changed.
  const isEmpty = document.querySelector('#__docusaurus')?.childElementCount === 0
  if (isEmpty && !isFirst && document.readyState === 'complete') location.reload()
  isFirst = false
  show(JSON.parse(data))
}
