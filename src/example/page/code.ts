/** Edited code of an example, as the browser keeps it and as a link passes it on. */
export interface Code {
  /** The hash of the page's code that was edited. */
  of: string
  /** The edited texts, by file. A file that is as on the page is left out. */
  texts: Readonly<Record<string, string>>
}

/** Returns true if a value is edited code. What is stored, and what is in a link, may be anything. */
export function isCode(value: unknown): value is Code {
  const { of, texts } = (value ?? {}) as Partial<Code>
  return (
    typeof of === 'string' &&
    typeof texts === 'object' &&
    texts !== null &&
    !Array.isArray(texts) &&
    Object.values(texts).every((text) => typeof text === 'string')
  )
}
