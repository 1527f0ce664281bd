import { runCommand } from './commands.ts'

/** `npm run translate COMMAND`: see `--help`, and README.md. */
const { output, code = 0 } = runCommand([...process.argv.slice(2), ...optionsOfNpm(process.env)], {
  siteDir: process.cwd(),
  hasColours: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
})
const isError = code === 2
;(isError ? process.stderr : process.stdout).write(output)
process.exitCode = code

// Programs such as `head` close the pipe before they have read all of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** Returns the options that npm took for its own, as it does with those that no `--` precedes. */
function optionsOfNpm(environment: NodeJS.ProcessEnv): string[] {
  const flags = ['json', 'all'].filter((name) => environment[`npm_config_${name}`] === 'true')
  const values = ['lang', 'from'].flatMap((name) => {
    const value = environment[`npm_config_${name}`]
    // npm takes only the option, and leaves its value among the arguments.
    return value ? [value === 'true' ? `--${name}` : `--${name}=${value}`] : []
  })
  return [...flags.map((name) => `--${name}`), ...values]
}
