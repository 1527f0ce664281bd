import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type Scenario, ScenarioError, type Step } from '../../examples/scenario/parse.ts'
import { replayScenario } from '../../examples/scenario/run.ts'
import { type Language, type Text, tagOf, textIn } from '../../reference/languages.ts'
import {
  breakableCode,
  type Content,
  code,
  element,
  heading,
  joined,
  type Markup,
  mdx,
  paragraph,
  table,
} from '../notes/markup.ts'

const folder = 'examples/scenario/scenarios'

/** The recorded scenarios in numbers, and the differences that replaying them has shown. */
export interface ReplayReport {
  /** Designed scenarios. `name` is that of the file, without `.txt`. */
  cases: Counts[]
  /** Families of random scenarios. */
  families: Counts[]
  /** Commands by their first word, most used first. */
  commands: { name: string; scenarios: number; uses: number }[]
  /** The number of lines that match each of {@link patterns}. */
  matches: number[]
  /** One message for each difference, beginning with a file and a line. */
  problems: string[]
}

interface Counts {
  name: string
  scenarios: number
  commands: number
  lines: number
}

/** Patterns of output that are counted, in the order of a session's life. */
const patterns: { name: string; what: Text; pattern: RegExp }[] = [
  op('new_session'),
  op('fully_established'),
  op('new_remote_address'),
  op('add_raddr'),
  op('rem_raddr'),
  op('get_local_id'),
  op('release_sock'),
  {
    name: 'addr_signal',
    what: { zh: '报文段带有 ADD_ADDR 或 REMOVE_ADDR', en: 'a segment has an ADD_ADDR or REMOVE_ADDR' },
    pattern: /^\[\d+\] (?:ack|tx) .*(?:ADD|REMOVE)_ADDR\(/,
  },
  {
    name: 'delete_subflow',
    what: { zh: '子流移出链表', en: 'a subflow is removed from the list' },
    pattern: /^\[\d+\] gone /,
  },
  run('create_subflow_worker', 'subflow_work'),
  run('retry_subflow_worker', 'subflow_retry_work'),
  run('mptcp_address_worker', 'address_worker'),
]

function op(name: string) {
  const what = { zh: '调用该操作', en: 'the op is called' }
  return { name, what, pattern: new RegExp(`^\\[\\d+\\] op ${name}\\(`) }
}

function run(name: string, item: string) {
  const what = { zh: '工作函数开始执行', en: 'the worker starts' }
  return { name, what, pattern: new RegExp(`^\\[\\d+\\] run ${item}\\(`) }
}

const reports = new Map<string, ReplayReport>()

/** Replays every recording of the site in `siteDir`, once per process. */
export function replayAll(siteDir: string): ReplayReport {
  const known = reports.get(siteDir)
  if (known) return known
  const names = readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
  const report = replayFiles(
    names
      .filter((name) => name.endsWith('.txt'))
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(siteDir, folder, name), 'utf8') })),
  )
  reports.set(siteDir, report)
  return report
}

/** Replays recordings, and counts their commands and lines. */
export function replayFiles(files: { name: string; text: string }[]): ReplayReport {
  const report: ReplayReport = {
    cases: [],
    families: [],
    commands: [],
    matches: patterns.map(() => 0),
    problems: [],
  }
  for (const { name, text } of files) {
    try {
      const scenario = parseScenario(text)
      const difference = replayScenario(scenario)
      if (difference) {
        const { line, expected = 'nothing more', actual = 'nothing more' } = difference
        report.problems.push(
          `${folder}/${name}:${line}: recorded "${expected}", the model prints "${actual}"`,
        )
      }
      add(report, name, scenario)
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error
      report.problems.push(`${folder}/${name}:${error.line}: ${error.reason}`)
    }
  }
  report.commands.sort((a, b) => b.uses - a.uses)
  return report
}

function add(report: ReplayReport, file: string, { steps }: Scenario): void {
  const [, family] = /^random\/(.+)-\d+\.txt$/.exec(file) ?? []
  const group = family ? report.families : report.cases
  const name = family ?? file.replace(/\.txt$/, '')
  const counts = entryOf(group, { name, scenarios: 0, commands: 0, lines: 0 })
  counts.scenarios += 1
  counts.commands += steps.length

  for (const name of new Set(steps.map(wordOf)))
    entryOf(report.commands, { name, scenarios: 0, uses: 0 }).scenarios += 1
  for (const step of steps) {
    counts.lines += step.expected.length
    entryOf(report.commands, { name: wordOf(step), scenarios: 0, uses: 0 }).uses += 1
    for (const [at, { pattern }] of patterns.entries())
      report.matches[at] =
        (report.matches[at] ?? 0) + step.expected.filter((line) => pattern.test(line)).length
  }
}

/** The entry of the same name, or the new one, which is added. */
function entryOf<Entry extends { name: string }>(entries: Entry[], added: Entry): Entry {
  const known = entries.find(({ name }) => name === added.name)
  if (!known) entries.push(added)
  return known ?? added
}

function wordOf({ command }: Step): string {
  return command.split(' ')[0] ?? ''
}

const words = {
  zh: {
    result: (scenarios: number, commands: string, lines: string) =>
      `构建本页时重放了全部 **${scenarios} 个场景**：${commands} 条命令，${lines} 行输出，**没有任何差异**。`,
    kinds: { title: '场景的种类', head: ['种类', '场景', '命令', '输出行'] },
    cases: '人工设计',
    random: (family: string): Content => ['随机：', code(family)],
    total: '合计',
    commands: { title: '用到的命令', head: ['命令', '场景', '次数'] },
    patterns: { title: '覆盖的操作与工作函数', head: ['操作或工作函数', '记录中的表现', '次数'] },
    quirks: {
      title: '意外行为的场景',
      text: (count: number) => `有 ${count} 个场景用于展示意外行为，文件名以 \`quirk-\` 开头：`,
      comma: '、',
      stop: '。',
    },
  },
  en: {
    result: (scenarios: number, commands: string, lines: string) =>
      `The build of this page replayed all **${scenarios} scenarios**: ${commands} commands, ${lines} lines of output, and **no difference**.`,
    kinds: { title: 'Kinds of scenarios', head: ['kind', 'scenarios', 'commands', 'output'] },
    cases: 'designed by hand',
    random: (family: string): Content => ['random: ', code(family)],
    total: 'total',
    commands: { title: 'Commands used', head: ['command', 'scenarios', 'uses'] },
    patterns: {
      title: 'Ops and workers covered',
      head: ['op or worker', 'how the recording shows it', 'times'],
    },
    quirks: {
      title: 'Scenarios for quirks',
      text: (count: number) => `${count} scenarios show quirks. Their file names begin with \`quirk-\`:`,
      comma: ', ',
      stop: '.',
    },
  },
}

/** Makes the section of the page with the report. */
export function conformance(report: ReplayReport, language: Language): Markup[] {
  const say = textIn(words, language)
  const number = (value: number) => value.toLocaleString(tagOf(language))
  const sum = (groups: Counts[], key: 'scenarios' | 'commands' | 'lines') =>
    groups.reduce((sum, counts) => sum + counts[key], 0)
  const row = (label: Content, groups: Counts[]): Content[] => [
    label,
    number(sum(groups, 'scenarios')),
    number(sum(groups, 'commands')),
    number(sum(groups, 'lines')),
  ]
  const all = [...report.cases, ...report.families]
  const quirks = report.cases.filter(({ name }) => name.startsWith('quirk-'))
  return [
    paragraph(
      mdx(say.result(sum(all, 'scenarios'), number(sum(all, 'commands')), number(sum(all, 'lines')))),
    ),
    heading(2, 'kinds', say.kinds.title),
    table('counts', [
      say.kinds.head,
      row(say.cases, report.cases),
      ...report.families.map((family) => row(say.random(family.name), [family])),
      row(element('strong', {}, say.total), all),
    ]),
    heading(2, 'commands', say.commands.title),
    table('counts', [
      say.commands.head,
      ...report.commands.map(({ name, scenarios, uses }) => [code(name), number(scenarios), number(uses)]),
    ]),
    heading(2, 'happenings', say.patterns.title),
    table('counts counts--told', [
      say.patterns.head,
      ...patterns.map(({ name, what }, at) => [
        breakableCode(name),
        textIn(what, language),
        number(report.matches[at] ?? 0),
      ]),
    ]),
    heading(2, 'quirks', say.quirks.title),
    paragraph(mdx(say.quirks.text(quirks.length))),
    paragraph(
      joined(
        say.quirks.comma,
        quirks.map(({ name }) => code(name)),
      ),
      say.quirks.stop,
    ),
  ]
}
