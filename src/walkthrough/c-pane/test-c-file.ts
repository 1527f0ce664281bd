import { symbols } from '../../../examples/reference/symbols.ts'

/** The differences of another version. */
interface Difference {
  /** The number of empty lines before the text. */
  shift?: number
  /** A function that is missing. */
  without?: string
}

/**
 * Makes a file in place of `mptcp_fullmesh.c` for tests: the same functions on the same lines, which contain only their
 * names and text that could mislead the parser.
 */
export function testCFile({ shift = 0, without }: Difference = {}): string {
  const lines: string[] = Array.from({ length: 1941 }, () => '')
  for (const { name, kind, lines: place } of symbols) {
    const [first, last] = place
    if (kind !== 'function' || name === without) continue
    const isLong = last - first > 4
    const head = isLong
      ? [`static int ${name}(int a,`, '\t\tint b)', '{']
      : [`static int ${name}(int a)`, '{']
    const body = isLong ? ['#if A', '\tif (a) {', '#else', '\tif (b) {', '#endif', `next_${first}:`] : []
    const misleading = [`\t/* ${name}`, '}', ' */', `\tsay("} /* ${name} <b>&amp;</b>"); // }`]
    const text = [...head, ...(last - first > 20 ? [...body, ...misleading, '\t}'] : [])]
    for (let line = first; line < last; line++) {
      lines[line - 1] = text[line - first] ?? `\tstep(${line}); /* of ${name} */`
    }
    lines[last - 1] = '}'
  }
  const declared = [
    '/* Stands in for',
    'static int of_a_comment(int a)',
    '{',
    '} */',
    'struct table {',
    '\tint a;',
    '};',
  ]
  const table = ['static struct table table[SIZE(8)] = {', '\t{ step(1) },', '};', 'static int later(int a);']
  lines.splice(50, declared.length + table.length, ...declared, ...table)
  return `${'\n'.repeat(shift)}${lines.join('\n')}\n`
}
