import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import ts from 'typescript'
import { fullmeshFile, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { symbolId, symbolNamed } from '../../../reference/symbol-ids.ts'

/**
 * Renders TypeScript's information about a name, as HTML: its type, and the comment at its declaration.
 *
 * @param fallback returns the text for a declaration without a comment
 */
export function quickInfo(
  { displayParts = [], documentation, tags = [] }: ts.QuickInfo,
  fallback: () => string,
): string {
  const tagged = (name: string) => tags.filter((tag) => tag.name === name).map(({ text }) => text ?? [])
  const parameters = tagged('param')
  const paragraphs = (ts.displayPartsToString(documentation) || fallback()).split(/\n\s*\n/)
  return renderToString(
    <>
      <p class="types__signature">
        <code>{signature(displayParts)}</code>
      </p>
      {paragraphs
        .filter((paragraph) => paragraph.trim())
        .map((paragraph) => (
          <p>{prose(paragraph)}</p>
        ))}
      {parameters.length > 0 && (
        <dl>
          {parameters.map(([name, ...rest]) => (
            <>
              <dt>
                <code>{name?.text}</code>
              </dt>
              <dd>{prose(ts.displayPartsToString(rest).trim())}</dd>
            </>
          ))}
        </dl>
      )}
      {tagged('returns').map((text) => (
        <p>Returns: {prose(ts.displayPartsToString(text))}</p>
      ))}
      {tagged('see').map((text) => (
        <p class="types__see">{places(ts.displayPartsToString(text))}</p>
      ))}
    </>,
  )
}

/** A type, with the colours of the code, and without the import through which the name came. */
function signature(parts: ts.SymbolDisplayPart[]): ComponentChildren {
  const isImported = ts.displayPartsToString(parts.slice(0, 3)) === '(alias)'
  const end = parts.findIndex(({ kind }, at) => kind === 'lineBreak' && parts[at + 1]?.text === 'import')
  const shown = isImported ? parts.slice(4, end < 0 ? undefined : end) : parts
  const isCall = /^[\w$]+[<(]/.test(ts.displayPartsToString(shown))
  return [
    isCall && [coloured('function', 'keyword'), ' '],
    shown.map(({ text, kind }) => coloured(text, kind)),
  ]
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

function coloured(text: string, kind: string): VNode | string {
  const isType = /^(any|bigint|boolean|never|null|number|object|string|symbol|undefined|unknown|void)$/.test(
    text,
  )
  const colour = kind === 'keyword' && isType ? 'constant' : colours[kind]
  return colour ? <span class={`t-${colour}`}>{text}</span> : text
}

/** The text of a comment. Text between backticks, or in a link, becomes code. */
function prose(text: string): ComponentChildren {
  const parts = text.split(/\{@link[\s*]+([^\s}]+)\s*\}|`([^`]+)`/)
  // Parts come in threes: a text, and then either a link or code.
  return parts.map((part, index) => (index % 3 && part !== undefined ? name(part) : part))
}

/** Code; a name of the C file becomes a link, to which the pop-up gives its address. */
function name(code: string): VNode {
  const symbol = symbolNamed(code)
  return symbol ? (
    <a href={`#${symbolId(symbol)}`} data-symbol={symbolId(symbol)}>
      <code>{code}</code>
    </a>
  ) : (
    <code>{code}</code>
  )
}

/** Text in which lines of the C file (`mptcp_fullmesh.c:325`, and `:336` after it) become links. */
function places(text: string): ComponentChildren {
  return text.split(/(`[^`]*`|(?:mptcp_fullmesh\.c\s*)?:\d+\b)/).map((piece) => {
    const [, file, line] = /^(mptcp_fullmesh\.c\s*)?:(\d+)$/.exec(piece) ?? []
    if (!line) return prose(piece)
    return <a href={sourceUrl(fullmeshFile, line)}>{file ? placeName(fullmeshFile, line) : piece}</a>
  })
}
