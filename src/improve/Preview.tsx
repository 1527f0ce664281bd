import type { Nodes, Root } from 'mdast'
import { type ComponentChildren, h, type VNode } from 'preact'
import { matterPattern } from '../notes/matter.ts'
import { tokensIn } from './tokens.ts'

/** What the preview shows of a section. */
export interface Previewed {
  text: string
  /** Its tree, from `parseSection`. */
  tree: Root
  /** Returns the address that a link leads to; undefined for one that must not be followed. */
  addressOf(url: string): string | undefined
}

/**
 * The prose of a section as the page shows it, with a chip for each component. Each block of the text is in a `<div>`.
 *
 * Only the elements and attributes that are named here are made, and no text becomes HTML: a text cannot bring scripts,
 * styles or event handlers.
 */
export function Preview({ text, tree, addressOf }: Previewed): VNode {
  const matter = matterPattern.exec(`${text}\n`)?.[0]
  const value = (key: string) =>
    new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(matter ?? '')?.[1]?.replace(/^(["'])(.*)\1$/, '$2')
  return (
    <div class="markdown">
      {matter && (
        <header>
          <h2>{value('title')}</h2>
          <p class="improve__matter">{value('description')}</p>
        </header>
      )}
      {tree.children.map((block) => (
        <div>{show(block, { text, addressOf })}</div>
      ))}
    </div>
  )
}

/** The names of the elements without attributes, by the type of the node. */
const plainTags: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  footnoteDefinition: 'p',
}

function show(node: Nodes, context: Pick<Previewed, 'text' | 'addressOf'>): ComponentChildren {
  const children = 'children' in node ? node.children.map((child) => show(child, context)) : []
  const tag = plainTags[node.type]
  if (tag) return h(tag, {}, children)
  switch (node.type) {
    case 'text':
      return node.value
    case 'heading':
      return h(`h${node.depth}`, {}, children)
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'listItem':
      // The paragraph of an item without empty lines is only its text.
      return (
        <li>
          {node.children.map((child, index) =>
            child.type === 'paragraph' && !node.spread
              ? child.children.map((part) => show(part, context))
              : children[index],
          )}
        </li>
      )
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'list':
      return h(node.ordered ? 'ol' : 'ul', node.start ? { start: node.start } : {}, children)
    case 'link': {
      const address = context.addressOf(node.url)
      return address ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        <span class="improve__chip">{children}</span>
      )
    }
    case 'table': {
      const [head, ...body] = node.children.map((row) =>
        row.children.map((cell, column) => ({
          align: node.align?.[column] === 'right' ? 'align-right' : undefined,
          content: cell.children.map((child) => show(child, context)),
        })),
      )
      return (
        <table>
          {head?.some(({ content }) => content.length > 0) && (
            <thead>
              <tr>
                {head.map(({ align, content }) =>
                  content.length > 0 ? <th class={align}>{content}</th> : <td />,
                )}
              </tr>
            </thead>
          )}
          <tbody>
            {body.map((row) => (
              <tr>
                {row.map(({ align, content }) => (
                  <td class={align}>{content}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    }
    case 'image':
      return <span class="improve__chip">{node.alt || node.url}</span>
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return (
        <>
          <Chip source={sourceOf(node, context.text)} />
          {children}
        </>
      )
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const source = sourceOf(node, context.text)
      return /^\{\s*\/\*/.test(source) ? null : <Chip source={source} />
    }
    default:
      return children.length > 0 ? children : 'value' in node ? node.value : null
  }
}

/** The first token of a source, as the editor shows it. */
function Chip({ source }: { source: string }): VNode {
  return (
    <span class="improve__chip" title={source}>
      {tokensIn(source)[0]?.label ?? source}
    </span>
  )
}

function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
