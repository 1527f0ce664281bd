import { type ComponentChildren, Fragment, type VNode } from 'preact'
import type { CSymbol, SymbolName } from '../../examples/reference/symbols.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { symbolId } from '../../reference/symbol-ids.ts'
import type { Words } from './words.ts'

/** A link of an entry. */
interface Entry {
  href: string
  text: string
}

/** A function that calls another, or is called. */
export interface Call {
  /** The name, and the id if it is a symbol of the file. */
  name: string
  id?: string
  /** Where it calls. */
  file: string
  lines: number[]
  /** The pointer through which it calls. */
  pointer?: string
}

/** A function that reads or writes a field. */
interface Access {
  name: string
  id: string
  ranges: readonly (readonly [first: number, last: number])[]
}

/** What the site knows of a symbol. */
export interface KnownSymbol {
  symbol: CSymbol & { name: SymbolName }
  page: Entry
  /** Its declaration in the model, or the reason for which there is none. */
  model: { name: string; file: string; href: string } | { because: string }
  callers: Call[]
  callees: Call[]
  /** Those of a field. */
  writers: Access[]
  readers: Access[]
  stacks: Entry[]
  walks: Entry[]
}

/** The entries of symbols, each with the id of its symbol. */
export function symbolList(known: readonly KnownSymbol[], words: Words): VNode {
  return (
    <ul class="symbols">
      {known.map((each) => (
        <SymbolEntry known={each} words={words} />
      ))}
    </ul>
  )
}

function SymbolEntry({ known, words }: { known: KnownSymbol; words: Words }): VNode {
  const { symbol, page, model, callers, callees, writers, readers, stacks, walks } = known
  const { name, kind, lines, twin } = symbol
  const id = symbolId(name)
  return (
    <li id={id}>
      <p class="symbols__name">
        <a href={`#${id}`}>
          <code>{breakable(id === 'event-codes' ? words.kinds.enum : name)}</code>
        </a>{' '}
        <small>
          {id !== 'event-codes' && `${words.kinds[kind]} `}
          <Line file={fullmeshFile} first={lines[0]} last={lines[1]} />
        </small>
      </p>
      <dl>
        <dt>{words.page}</dt>
        <dd>
          <a href={page.href}>{page.text}</a>
        </dd>
        <dt>{words.typescript}</dt>
        <dd>
          {'because' in model ? (
            <>
              {words.because}
              {model.because}
            </>
          ) : (
            <>
              <a href={model.href}>
                <code data-model="">{breakable(model.name)}</code>
              </a>{' '}
              <small>{breakable(model.file)}</small>
            </>
          )}
        </dd>
        {twin && (
          <>
            <dt>{words.twin}</dt>
            <dd>
              <a href={`#${symbolId(twin as SymbolName)}`}>
                <code>{breakable(twin)}</code>
              </a>
            </dd>
          </>
        )}
        <Calls title={words.callers} calls={callers} words={words} />
        <Calls title={words.callees} calls={callees} words={words} />
        <Accesses title={words.writers} accesses={writers} />
        <Accesses title={words.readers} accesses={readers} />
        <Links title={words.stacks} links={stacks} count={words.stackCount} />
        <Links title={words.walks} links={walks} count={words.walkCount} />
      </dl>
    </li>
  )
}

function Calls({ title, calls, words }: { title: string; calls: Call[]; words: Words }): VNode | null {
  if (calls.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      {calls.map(({ name, id, file, lines, pointer }) => (
        <dd>
          {id ? (
            <a href={`#${id}`}>
              <code>{breakable(name)}</code>
            </a>
          ) : (
            <code>{breakable(name)}</code>
          )}{' '}
          <small>
            {lines.map((line, index) => (
              <Fragment>
                {index > 0 && ' '}
                <Line file={file} first={line} hasFile={file !== fullmeshFile && index === 0} />
              </Fragment>
            ))}
            {pointer && ` ${words.pointer(pointer)}`}
          </small>
        </dd>
      ))}
    </>
  )
}

function Accesses({ title, accesses }: { title: string; accesses: Access[] }): VNode | null {
  if (accesses.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      {accesses.map(({ name, id, ranges }) => (
        <dd>
          <a href={`#${id}`}>
            <code>{breakable(name)}</code>
          </a>{' '}
          <small>
            {ranges.map(([first, last], index) => (
              <Fragment>
                {index > 0 && ' '}
                <Line file={fullmeshFile} first={first} last={last} />
              </Fragment>
            ))}
          </small>
        </dd>
      ))}
    </>
  )
}

/** Links; more than some are folded. */
function Links({
  title,
  links,
  count,
}: {
  title: string
  links: Entry[]
  count: (count: number) => string
}): VNode | null {
  if (links.length === 0) return null
  const list = links.map(({ href, text }) => (
    <p>
      <a href={href}>{coded(text)}</a>
    </p>
  ))
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {links.length <= mostShown ? (
          list
        ) : (
          <details>
            <summary>{count(links.length)}</summary>
            {list}
          </details>
        )}
      </dd>
    </>
  )
}

/** The most links that are not folded. */
const mostShown = 2

function Line({
  file,
  first,
  last = first,
  hasFile = false,
}: {
  file: string
  first: number
  last?: number
  hasFile?: boolean
}): VNode {
  const lines = first === last ? undefined : last
  const name = placeName(file, first, lines)
  return (
    <a class="c-line" href={sourceUrl(file, first, lines)}>
      {hasFile ? name : name.slice(name.indexOf(':') + 1)}
    </a>
  )
}

/** Text in which `code` between backticks becomes an element. */
function coded(text: string): ComponentChildren {
  return text.split('`').map((part, index) => (index % 2 ? <code>{part}</code> : part))
}

/** A name that can be broken after `_`, `.` and `/`, and before capitals. */
function breakable(name: string): ComponentChildren {
  return name.split(/(?<=[_./])|(?<=[a-z])(?=[A-Z])/).map((part, index) => (index ? [<wbr />, part] : part))
}

/**
 * The field that filters the entries of the page. It is shown where scripts run.
 *
 * @param island the address of its module
 */
export function symbolFilter(island: string, count: number, words: Words): VNode {
  return (
    <full-mesh-symbols class="symbol-filter" data-island={island} data-needs-js="">
      <label for="symbol-filter">{words.filter}</label>
      <input
        id="symbol-filter"
        type="search"
        placeholder={words.filterHint}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
      <p role="status">{words.matches(count, count)}</p>
    </full-mesh-symbols>
  )
}
