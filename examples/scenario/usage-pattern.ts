/** A pattern of the commands that a usage allows, with one space between words. Words for `<name>` are not checked. */
export function usagePattern(usage: string): RegExp {
  const [required = '', ...options] = usage.split(' [')
  const optional = options.map((option) => ` ${wordsPattern(option.slice(0, -1))}`)
  return new RegExp(`^${wordsPattern(required)}(?:${optional.join('|')})*$`)
}

function wordsPattern(words: string): string {
  return words
    .split(' ')
    .map((word) => {
      const choices = word.replace('…', '').replace('<command>', '.+').replace(/<\w+>/g, '\\S+')
      return word.endsWith('…') ? `(?:${choices})(?: (?:${choices}))*` : `(?:${choices})`
    })
    .join(' ')
}
