import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatScenario, parseScenario } from '../../examples/scenario/parse.ts'
import { runScenario } from '../../examples/scenario/run.ts'
import { buildElement } from '../notes/built-element.ts'
import { comparison } from './Comparison.tsx'
import { formatRecording, parseRecording } from './recording.ts'
import { checkScenarios, readSituations, type Situation, scenarioFile } from './situations.ts'

const situations = readSituations('.')
const ids = [...situations.keys()]

function situation(id: string): Situation {
  const found = situations.get(id)
  if (!found) throw new Error(`there is no situation ${id}`)
  return found
}

test('every recording has a scenario, and every scenario a recording', () => {
  const scenarios = readdirSync('reference/then').map((file) => file.replace('.txt', ''))

  expect(ids.toSorted()).toEqual(scenarios.toSorted())
  expect(checkScenarios(situations.values())).toEqual([])
})

test.each(ids)('the model prints what stands in the scenario of %s', (id) => {
  const written = readFileSync(scenarioFile(id), 'utf8')

  expect(formatScenario(runScenario(parseScenario(written)))).toBe(written)
})

test.each(ids)('the recording of %s is in order, and numbers its subflows as they were opened', (id) => {
  const { recording } = situation(id)
  const opened = recording.events.filter((event) => event.what === 'open')
  const times = recording.events.map(({ at }) => at)

  expect(recording.id).toBe(id)
  expect(recording.kernel).toMatch(/^6\.18\./)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(opened.map(({ subflow }) => subflow)).toEqual([...opened.keys()])
  expect(opened.map(({ join }) => join)).toEqual(opened.map((_, i) => i > 0))
  expect(parseRecording(formatRecording(recording))).toEqual(recording)
})

describe('a scenario that is wrong is named with its file and line', () => {
  const wrong = (text: string) => {
    const { recording } = situation('a-fullmesh-3x3')
    return checkScenarios([{ id: 'wrong', recording, scenario: parseScenario(text) }])
  }

  test('when the model prints something else', () => {
    expect(wrong('# zh 一\n# en One\ninsmod\n----\n[0] insmod = 0\n')).toEqual([
      'reference/then/wrong.txt:5: "[0] insmod = 0" stands where "[0] register pernet" is printed',
    ])
  })

  test('when a command is refused', () => {
    expect(wrong('# zh 一\n# en One\nrmmod\n----\nerror: no\n')).toEqual([
      'reference/then/wrong.txt:3: "rmmod": error: no',
    ])
  })

  test('when a comment is in one language only', () => {
    expect(wrong('# zh 一\nlink add c1\n----\n')).toEqual([
      'reference/then/wrong.txt:1: a comment has a line "# zh …" and then a line "# en …"',
    ])
  })
})

describe('what a page shows of a situation', () => {
  const html = (id: string, locale: string) => buildElement(comparison(situation(id), locale)).html

  test('is in the language of the page', () => {
    expect(html('a-fullmesh-3x3', 'en')).toContain('MP_JOIN 10.0.3.1 → 10.0.13.1')
    expect(html('a-fullmesh-3x3', 'en')).not.toMatch(/\p{Script=Han}/u)
    expect(html('a-fullmesh-3x3', 'zh-Hans')).toContain('服务器通告它的第二个地址')
  })

  test('has the segments and the remarks in sight, and all lines folded away', () => {
    const [story, folded] = html('a-fullmesh-3x3', 'en').split('<details>')
    expect(story).toContain('ADD_ADDR(3,10.0.2.1)')
    expect(story).toContain('<li>The server announces its second address.</li>')
    expect(story).not.toContain('queue subflow_work')
    expect(folded).toContain('queue subflow_work')
  })

  test('has a state that a scenario prints in sight, since no ladder shows it', () => {
    const [story, folded] = html('c-flush', 'en').split('<details>')
    expect(story).toContain('remove_addrs=0x0010')
    expect(folded).toContain('remove_addrs=0x0010')
  })

  test('begins where the story begins, the opening of the mesh folded away on both sides', () => {
    const [then = '', now = ''] = html('c-client-link-down', 'en').split('then-and-now__column--now')
    const [ladder = '', text = ''] = now.split('</svg>')
    expect(then.split('<details>')[0]).toContain('link set c2 down')
    expect(then.split('<details>')[0]).not.toContain('SYN+MP_CAPABLE')
    expect(ladder).toContain('ip link set c2 down')
    expect(ladder).not.toContain('MP_JOIN')
    expect(text).toContain('The 13 earlier events')
  })

  test('says that there is no counterpart where there is none', () => {
    expect(html('i-no-init-join', 'en')).toContain('No counterpart')
  })
})

test('error numbers have their names: those of the model’s log, and those of the recordings', () => {
  const render = (id: string) => buildElement(comparison(situation(id), 'en')).html
  const [ladder = '', whole = ''] = render('e-noroute-at-all-nodev').split('<details>')
  expect(ladder).toContain('ENETUNREACH')
  expect(whole).toContain('= <span class="error-number" data-name="ENETUNREACH">-101</span>')
  expect(render('e-icmp-prohibit')).toMatch(/ends with error 113 EHOSTUNREACH/)
})
