import type { ComponentChildren, VNode } from 'preact'
import { Preview, type Previewed } from '../Preview.tsx'
import type { Problem } from '../problems.ts'
import type { Words } from '../words.ts'

/** The panels. A narrow window shows one at a time. */
export type Panel = 'text' | 'preview' | 'other'

/** What the dialog shows. */
export interface Shown {
  words: Words
  heading: string
  file: string
  /** The tag of the language of the text. */
  lang: string
  /** Whether the file has the section. */
  isFound: boolean
  previewed: Previewed | undefined
  /** The same section in another language, if the site has one. */
  other:
    | {
        /** The name of the language, in itself. */
        label: string
        /** Its name in the language of the page. */
        name: string
        lang: string
        previewed: Previewed | undefined
      }
    | undefined
  /** The problems, with their lines in the file. */
  problems: readonly { problem: Problem; line: number }[]
  panel: Panel
  notice: string
  /** The reader is asked whether to close. */
  isAsking: boolean
  isChanged: boolean
  /** The reader has just given up the changes, and can have them back. */
  isReset: boolean
  /** The address of an editor for the file on another site. */
  edit: string | undefined
}

/** What the controls do. */
export interface Actions {
  panel(panel: Panel): void
  goTo(problem: Problem): void
  putBack(problem: Problem): void
  fix(problem: Problem): void
  reset(): void
  resume(): void
  download(): void
  copy(event: Event): void
  key(event: KeyboardEvent): void
  close(event?: Event): void
  stay(): void
  closed(): void
}

/** The dialog: the source, the preview, the other language, the problems, and what comes out. */
export function Dialog({ shown, on }: { shown: Shown; on: Actions }): VNode {
  const { words, heading, file, lang, previewed, other, panel } = shown
  return (
    <dialog
      class="improve"
      aria-label={words.title(heading)}
      data-panel={panel}
      onKeyDown={on.key}
      onCancel={on.close}
      onClose={on.closed}
    >
      <header class="improve__head">
        <h2>{words.title(heading)}</h2>
        <code>{file}</code>
        <button type="button" aria-label={words.close} title={words.close} onClick={() => on.close()}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      {shown.isFound && (
        <>
          <fieldset class="improve__tabs" aria-label={words.panels}>
            <Tab panel="text" {...{ shown, on }}>
              {words.text}
            </Tab>
            <Tab panel="preview" {...{ shown, on }}>
              {words.preview}
            </Tab>
            {other && (
              <Tab panel="other" lang={other.lang} {...{ shown, on }}>
                {other.label}
              </Tab>
            )}
          </fieldset>
          <div class="improve__panels">
            <div class="improve__panel" data-panel="text">
              <h3>{words.text}</h3>
              <div class="improve__editor" />
            </div>
            <Rendered panel="preview" title={words.preview} lang={lang}>
              {previewed && <Preview {...previewed} />}
            </Rendered>
            {other && (
              <Rendered panel="other" title={other.label} lang={other.lang}>
                {other.previewed ? (
                  <Preview {...other.previewed} />
                ) : (
                  <p lang={document.documentElement.lang}>{words.otherMissing(other.name)}</p>
                )}
              </Rendered>
            )}
          </div>
          <Problems {...{ shown, on }} />
        </>
      )}
      <footer class="improve__foot">
        {shown.isAsking ? <Ask {...{ words, on }} /> : <Results {...{ shown, on }} />}
      </footer>
    </dialog>
  )
}

function Tab({
  panel,
  lang,
  shown,
  on,
  children,
}: {
  panel: Panel
  lang?: string
  shown: Shown
  on: Actions
  children: ComponentChildren
}): VNode {
  return (
    <button type="button" lang={lang} aria-pressed={shown.panel === panel} onClick={() => on.panel(panel)}>
      {children}
    </button>
  )
}

/** A panel with text that is only read. */
function Rendered({
  panel,
  title,
  lang,
  children,
}: {
  panel: Panel
  title: string
  lang: string
  children: ComponentChildren
}): VNode {
  return (
    <div class="improve__panel" data-panel={panel} lang={lang}>
      <h3>{title}</h3>
      <section class="improve__read" aria-label={title} tabIndex={0}>
        {children}
      </section>
    </div>
  )
}

/** What is wrong in the text, each with its line in the file. */
function Problems({ shown: { words, problems }, on }: { shown: Shown; on: Actions }): VNode {
  return (
    <div class="improve__problems">
      <p role="status">{words.problems(problems.length)}</p>
      <ul>
        {problems.map(({ problem, line }) => (
          <li data-fatal={problem.isFatal || undefined}>
            <button type="button" onClick={() => on.goTo(problem)}>
              {words.line(line)}
            </button>{' '}
            {problem.message}{' '}
            {problem.missing && (
              <button type="button" onClick={() => on.putBack(problem)}>
                {words.putBack}
              </button>
            )}
            {problem.edit && (
              <button type="button" onClick={() => on.fix(problem)}>
                {words.fix}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The buttons for what comes out, and what has happened. */
function Results({ shown, on }: { shown: Shown; on: Actions }): VNode {
  const { words, edit, isChanged, isFound, isReset, notice, problems } = shown
  const remarks = problems.filter(({ problem }) => !problem.isFatal).length
  return (
    <>
      {isFound && (
        <>
          <button type="button" class="improve__main" data-action="download" onClick={on.download}>
            {words.download}
          </button>
          {remarks > 0 && <span class="improve__remarks">{words.remarks(remarks)}</span>}
          {isChanged && (
            <button type="button" data-action="reset" onClick={on.reset}>
              {words.reset}
            </button>
          )}
          {isReset && (
            <button type="button" data-action="resume" onClick={on.resume}>
              {words.resume}
            </button>
          )}
          {edit && (
            <a href={edit} target="_blank" rel="noopener" data-action="copy" onClick={on.copy}>
              {words.copy}
            </a>
          )}
        </>
      )}
      <p role="status">{notice}</p>
      {isFound && <p class="improve__note">{words.note}</p>}
    </>
  )
}

/** The question whether to close. */
function Ask({ words, on }: { words: Words; on: Actions }): VNode {
  return (
    <div class="improve__ask" role="alertdialog" aria-label={words.ask}>
      <p>{words.ask}</p>
      <button type="button" class="improve__main" data-action="stay" onClick={on.stay}>
        {words.askStay}
      </button>
      <button type="button" data-action="leave" onClick={() => on.close()}>
        {words.askClose}
      </button>
    </div>
  )
}
