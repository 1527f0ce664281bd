import type { VNode } from 'preact'
import { codeTag } from '../../reference/languages.ts'
import type { Printed } from './print.ts'
import type { Words } from './words.ts'

/** What a scenario has printed: first what is wrong with it. */
export function Output({ printed: { problems, text }, words }: { printed: Printed; words: Words }): VNode {
  return (
    <>
      {problems.length > 0 && (
        <ul class="own-scenario__problems" lang={codeTag}>
          {problems.map(({ message, line }) => (
            <li key={message}>
              {line ? (
                <button type="button" data-action="line" data-line={line}>
                  {message}
                </button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
      {text && (
        <section class="own-scenario__printed" tabIndex={0} aria-label={words.output}>
          <pre>{text}</pre>
        </section>
      )}
    </>
  )
}
