import ts from 'typescript'
import { fullmeshFile, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { escapeHtml } from '../../notes/highlight.ts'

/**
 * What TypeScript says of a name, as HTML: its type, and what the comment at its declaration says.
 *
 * @param otherwise what to say of a name whose declaration has no comment
 */
export function quickInfo(
  { displayParts = [], documentation, tags = [] }: ts.QuickInfo,
  otherwise: () => string,
): string {
  const tagged = (name: string) => tags.filter((tag) => tag.name === name).map(({ text }) => text ?? [])
  const parameters = tagged('param').map(([name, ...rest]) => {
    const text = ts.displayPartsToString(rest).trim()
    return `<dt><code>${escapeHtml(name?.text ?? '')}</code></dt><dd>${prose(text)}</dd>`
  })
  return [
    `<p class="types__signature"><code>${signature(displayParts)}</code></p>`,
    ...paragraphs(ts.displayPartsToString(documentation) || otherwise()),
    parameters.length > 0 ? `<dl>${parameters.join('')}</dl>` : '',
    ...tagged('returns').map((text) => `<p>Returns: ${prose(ts.displayPartsToString(text))}</p>`),
    ...tagged('see').map((text) => `<p class="types__see">${places(ts.displayPartsToString(text))}</p>`),
  ].join('')
}

/** A type, with the colours of the code. How the name came into this file is not said. */
function signature(parts: ts.SymbolDisplayPart[]): string {
  const isImported = ts.displayPartsToString(parts.slice(0, 3)) === '(alias)'
  const end = parts.findIndex(({ kind }, at) => kind === 'lineBreak' && parts[at + 1]?.text === 'import')
  const told = isImported ? parts.slice(4, end < 0 ? undefined : end) : parts
  const isCall = /^[\w$]+[<(]/.test(ts.displayPartsToString(told))
  return (
    (isCall ? `${coloured('function', 'keyword')} ` : '') +
    told.map((part) => coloured(part.text, part.kind)).join('')
  )
}

const colours: Record<string, string> = {
  keyword: 'keyword',
  operator: 'keyword',
  functionName: 'function',
  methodName: 'function',
  interfaceName: 'function',
  className: 'function',
  aliasName: 'function',
  typeParameterName: 'function',
  stringLiteral: 'string',
  numericLiteral: 'constant',
}

function coloured(text: string, kind: string): string {
  const isType = /^(any|bigint|boolean|never|null|number|object|string|symbol|undefined|unknown|void)$/.test(
    text,
  )
  const colour = kind === 'keyword' && isType ? 'constant' : colours[kind]
  return colour ? `<span class="t-${colour}">${escapeHtml(text)}</span>` : escapeHtml(text)
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${prose(paragraph)}</p>`)
}

/** The text of a comment: what stands between backticks, or is linked, is code. */
function prose(text: string): string {
  return escapeHtml(text)
    .replace(/\{@link[\s*]+([^\s}]+)\s*\}/g, '<code>$1</code>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** Lines of the C file: `mptcp_fullmesh.c:325`, and `:336` after it, lead there. */
function places(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => {
      if (piece.startsWith('`')) return prose(piece)
      return piece.replace(/(mptcp_fullmesh\.c\s*)?:(\d+)\b/g, (place, file, line) => {
        const name = file ? placeName(fullmeshFile, line) : place
        return `<a href="${sourceUrl(fullmeshFile, line)}">${name}</a>`
      })
    })
    .join('')
}
