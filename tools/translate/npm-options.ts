/**
 * Returns the command that was meant if npm took options that no `--` precedes for its own: it leaves their values among
 * the arguments, and reads `--lang` as `-l -a -n -g`, which are `--long --all --no-yes --global`.
 *
 * @param args the arguments of the program
 * @param environment in which npm sets a variable for each option that it took
 * @returns the options and the command with `--`, as an error says them; undefined if npm took none
 */
export function refusalOfNpmOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const setting = (name: string) => environment[`npm_config_${name}`]
  const isOn = (name: string) => setting(name) === 'true'
  // Behind `--` stand the options of the program; what npm has then is from the reader's own settings.
  if (args.some((arg) => arg.startsWith('-'))) return undefined
  const isLang = setting('lang') !== undefined || ['all', 'global', 'long'].every(isOn)
  const flags = ['json', ...(isLang ? [] : ['all'])].filter(isOn)
  const names = [...(isLang ? ['lang'] : []), ...(setting('from') ? ['from'] : [])]
  if (flags.length + names.length === 0) return undefined
  const rest = [...args]
  const options = names.map((name) => {
    const value = setting(name)
    if (value && value !== 'true') return `--${name} ${value}`
    const index = rest.findLastIndex((arg, index) => index > 0 && isTag(arg))
    return `--${name} ${rest.splice(index < 0 ? rest.length : index, 1)[0] ?? name.toUpperCase()}`
  })
  const meant = [...rest, ...flags.map((name) => `--${name}`), ...options].join(' ')
  const taken = [...flags, ...names].map((name) => `--${name}`).join(' and ')
  return `npm took ${taken} for an option of its own; write: npm run translate -- ${meant}`
}

/** Returns true for what looks like a language, `ja` or `pt-BR`; names of pages have a dot. */
function isTag(arg: string): boolean {
  return /^[a-z]{2,3}(-\w+)*$/i.test(arg)
}
