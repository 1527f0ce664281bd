/**
 * Returns a copy of an MDX text in which only the prose is left: code, tags of components, expressions, comments,
 * imports and the targets of links are replaced by spaces. Every character keeps its offset and every line its number.
 *
 * Of the front matter, the values that readers see are left. Inline code is left too: it is part of its sentence.
 */
export function maskMarkup(source: string): string {
  const text = maskBlocks(source)
  const starts = /[\\`{<]|\]\(/g
  let masked = ''
  let at = 0
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const [start, { index }] = [match[0], match]
    const kept = start === '\\' ? index + 2 : start === '`' ? endOfInlineCode(text, index) : index
    const end = kept > index ? kept : endOfMarkup(text, index)
    masked += text.slice(at, kept) + blank(text.slice(kept, end))
    at = end
    starts.lastIndex = Math.max(end, index + 1)
  }
  return masked + text.slice(at)
}

/** The keys of the front matter whose values are prose. */
const shownKeys = ['title', 'sidebar_label', 'pagination_label', 'description']

/** Matches the front matter of a page, its `---` lines included. */
export const matterPattern = /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/

/** Matches what may stand before a fence: the marks of lists and quotations. */
const container = String.raw`(?:[ \t]|>|[-+*][ \t]|\d+[.)][ \t])*`
const fencePattern = new RegExp(`^${container}(\`{3,}(?=[^\`]*$)|~{3,})`)

/** Masks the front matter, fenced code, and imports and exports. */
function maskBlocks(source: string): string {
  const matter = matterPattern.exec(source)?.[0] ?? ''
  let fence = ''
  let isModule = false
  let isBlockStart = true
  const lines = source.slice(matter.length).split('\n')
  const masked = lines.map((line) => {
    const isEmpty = line.trim() === ''
    const mark = fencePattern.exec(line)?.[1]
    if (fence) {
      const isEnd = new RegExp(`^${container}${fence}${fence[0]}*[ \\t\\r]*$`).test(line)
      if (isEnd) fence = ''
      return blank(line)
    }
    if (mark) {
      fence = mark
      isBlockStart = true
      return blank(line)
    }
    isModule = !isEmpty && (isModule || (isBlockStart && /^(import|export)\s/.test(line)))
    isBlockStart = isEmpty
    return isModule ? blank(line) : line
  })
  return maskMatter(matter) + masked.join('\n')
}

function maskMatter(matter: string): string {
  let shown = ''
  let at = 0
  const values = new RegExp(`^(?:${shownKeys.join('|')}):[ \\t]*(?:[>|][+-]?[ \\t]*$)?`, 'gm')
  for (const match of matter.matchAll(values)) {
    const start = match.index + match[0].length
    const value = /^.*(?:\n[ \t]+.*)*/.exec(matter.slice(start))?.[0] ?? ''
    shown += blank(matter.slice(at, start)) + value.replace(/^(["'])(.*)\1(?=\s*$)/s, ' $2 ')
    at = start + value.length
  }
  return shown + blank(matter.slice(at))
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** Returns the offset after inline code, or after the backticks at an offset if none match them in this paragraph. */
function endOfInlineCode(text: string, start: number): number {
  const runs = /`+|\n[ \t]*\n/g
  runs.lastIndex = start
  const ticks = runs.exec(text)?.[0] ?? ''
  for (let match = runs.exec(text); match && match[0][0] !== '\n'; match = runs.exec(text))
    if (match[0] === ticks) return runs.lastIndex
  return start + ticks.length
}

/** Returns the end of a comment, an expression, a tag or the target of a link; the offset itself if none begins there. */
function endOfMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return indexAfter(text, '-->', at)
  if (text[at] === '{') return endOfExpression(text, at)
  if (text[at] === ']') return endOfTarget(text, at + 1)
  return /^<\/?(?:[A-Za-z_$]|>)/.test(text.slice(at, at + 3)) ? endOfTag(text, at) : at
}

/** Returns the offset after the `}` that ends the expression at `{`; strings and comments in it may have braces. */
function endOfExpression(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const char = text[at]
    if (char === '}') return at + 1
    if (char === '{') at = endOfExpression(text, at)
    else if (text.startsWith('/*', at)) at = indexAfter(text, '*/', at)
    else if (char === '"' || char === "'" || char === '`') at = endOfString(text, at)
    else at++
  }
  return text.length
}

function endOfString(text: string, start: number): number {
  const quote = text[start]
  let at = start + 1
  while (at < text.length && text[at] !== quote) {
    if (text[at] === '\\') at += 2
    else if (quote === '`' && text.startsWith('${', at)) at = endOfExpression(text, at + 1)
    else at++
  }
  return at + 1
}

/** Returns the offset after the `>` that ends a tag. */
function endOfTag(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const char = text[at]
    if (char === '>') return at + 1
    if (char === '{') at = endOfExpression(text, at)
    else if (char === '"' || char === "'") at = indexAfter(text, char, at + 1)
    else at++
  }
  return text.length
}

/** Returns the offset at which the target of a link ends: before its title, if it has one, or before the `)`. */
function endOfTarget(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at + 1
    else if (/\s/.test(char ?? '') && /^\s+["'(]/.test(text.slice(at, at + 4))) return at
  }
  return text.length
}

function indexAfter(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index < 0 ? text.length : index + mark.length
}
