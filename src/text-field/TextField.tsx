import type { ComponentChildren, VNode } from 'preact'

interface TextFieldProps {
  /** The id of the text area, and the beginning of that of the hint. */
  id: string
  label: string
  hint: string
  rows: number
  /** What is in it at first. */
  text?: string
  /** The buttons. That of the main action has the class `text-field__main`. */
  children: ComponentChildren
}

/** A text area with its label, its buttons and a line that says what has happened, as the build writes it. */
export function TextField({ id, label, hint, rows, text, children }: TextFieldProps): VNode {
  return (
    <>
      <label class="text-field__label" for={id}>
        {label}
      </label>
      <p class="text-field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="text-field__text"
        aria-describedby={`${id}-hint`}
        rows={rows}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
      >
        {text}
      </textarea>
      <div class="text-field__buttons">{children}</div>
      <p class="text-field__status" role="status" />
    </>
  )
}
