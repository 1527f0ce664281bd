import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { definitionsIn, readTree } from './c-tree.ts'

const source = `enum {
	FIRST = 1,
};
struct pair {
	int left;
};
static int limit __read_mostly = 1;
module_param(limit, int, 0644);
MODULE_PARM_DESC(limit,
	"a limit");
static DECLARE_WORK(later, work);
static struct ops table = {
	.open = 1,
};
SYSCALL_DEFINE2(take, int, a,
		int, b)
{
	return a;
}
#define AREA(a, b) \\
	((a) * (b))
#ifdef ONE
static int area(void)
{
	return AREA(1, 1);
}
#endif
module_init(start);
MODULE_LICENSE("GPL");
`
const expected = {
  '(anonymous)': [1, 3],
  FIRST: [2, 2],
  'struct pair': [4, 6],
  'struct pair.left': [5, 5],
  limit: [7, 10],
  'DECLARE_WORK(later)': [11, 11],
  table: [12, 14],
  'SYSCALL_DEFINE2(take)': [15, 19],
  AREA: [20, 21],
  area: [23, 26],
  'module_init(start)': [28, 28],
  MODULE_LICENSE: [29, 29],
}

const hasCtags = /Universal Ctags/.test(spawnSync('ctags', ['--version'], { encoding: 'utf8' }).stdout ?? '')

test.skipIf(!hasCtags)(
  'ctags and what completes it find what a file defines, with first and last line',
  () => {
    const tree = mkdtempSync(join(tmpdir(), 'tree-'))
    writeFileSync(join(tree, 'a.c'), source)
    const found = readTree(tree, ['a.c', 'b.c'])
    expect([...found.keys()]).toEqual(['a.c'])
    expect(found.get('a.c')?.lines).toBe(29)
    expect(
      Object.fromEntries(found.get('a.c')?.definitions.map(({ name, lines }) => [name, lines]) ?? []),
    ).toMatchObject(expected)
  },
)

test('a variable ends behind the calls about it, a system call with its body', () => {
  const tags = [
    { path: 'a.c', name: 'limit', line: 7, end: 7, kind: 'variable' },
    { path: 'a.c', name: 'SYSCALL_DEFINE2', line: 15, end: 19, kind: 'function' },
  ]
  const found = Object.fromEntries(definitionsIn(source, tags).map(({ name, lines }) => [name, lines]))
  expect(found).toMatchObject({
    limit: expected.limit,
    'SYSCALL_DEFINE2(take)': expected['SYSCALL_DEFINE2(take)'],
    'module_init(start)': expected['module_init(start)'],
    MODULE_LICENSE: expected.MODULE_LICENSE,
  })
})
