import './strip.css'

/**
 * Shows the problems of the site at the bottom of the page, in `npm run dev`: each with its file and line, until it is
 * fixed.
 */
function show(problems: readonly string[]): void {
  const old = document.querySelector<HTMLDetailsElement>('.problems')
  const isOpen = old?.open ?? true
  old?.remove()
  if (problems.length === 0) return
  const strip = document.createElement('details')
  strip.className = 'problems'
  strip.open = isOpen
  const summary = document.createElement('summary')
  summary.textContent = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const list = document.createElement('ul')
  for (const problem of problems) {
    const [, place = '', text = ''] = /^(.*?:\d+)(?=:)(.*)$/s.exec(problem) ?? [undefined, '', problem]
    const item = document.createElement('li')
    const code = document.createElement('code')
    code.textContent = place
    item.append(code, text)
    list.append(item)
  }
  strip.append(summary, list)
  document.body.append(strip)
}

new EventSource(process.env.PROBLEMS_URL ?? '').onmessage = ({ data }) => show(JSON.parse(data))
