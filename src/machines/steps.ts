/** The steps of a walk have a language of their own, which programs show as text. */
export const stepsLanguage = 'steps'

const stepsBlock = /^(`{3,})steps\n.*?\n\1$/gms

/**
 * Replaces the steps of walks by a remark: they are more than all the rest of the text.
 *
 * @param markdown a page, as the build writes it
 */
export function withoutSteps(markdown: string, remark: string): string {
  return markdown.replace(stepsBlock, remark)
}
