import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareFolders } from './compare-folders.ts'

/**
 * `npm run check:builds`: builds the current commit in two folders, and compares the bytes. The second build also has
 * another time zone and another language of the system.
 *
 * It installs the packages in each folder and takes some minutes, so it is a job of the workflow and not part of `npm test`.
 */
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
const builds = [
  { folder: 'first', environment: { TZ: 'UTC', LC_ALL: 'C.UTF-8' } },
  { folder: 'a-second/deeper-folder', environment: { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' } },
]

const root = await mkdtemp(join(tmpdir(), 'builds-'))
try {
  for (const { folder, environment } of builds) {
    const cwd = join(root, folder)
    console.log(`Building ${commit.slice(0, 7)} in ${cwd}`)
    execFileSync('git', ['clone', '--quiet', process.cwd(), cwd])
    execFileSync('git', ['checkout', '--quiet', commit], { cwd })
    const options = { cwd, env: { ...process.env, ...environment }, stdio: 'pipe' } as const
    execFileSync('npm', ['ci', '--prefer-offline'], options)
    execFileSync('npm', ['run', 'build'], options)
  }
  const [first = '', second = ''] = builds.map(({ folder }) => join(root, folder, 'build'))
  const problems = await compareFolders(first, second)
  for (const problem of problems) console.error(problem)
  console.log(
    problems.length ? `${problems.length} files of the two builds differ` : 'Both builds are the same bytes',
  )
  process.exitCode = problems.length ? 1 : 0
} catch (error) {
  const { stderr, stdout, message } = error as Error & { stderr?: Buffer; stdout?: Buffer }
  console.error([message, stdout, stderr].join('\n').trim())
  process.exitCode = 1
} finally {
  await rm(root, { recursive: true, force: true })
}
