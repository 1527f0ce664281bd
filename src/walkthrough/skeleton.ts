import type { Words } from './words.ts'

/**
 * Returns the content of a walk that has not begun, as HTML: its name, its button, the empty player.
 *
 * @param name its name, as HTML
 * @param list the list of its steps, as HTML
 */
export function skeleton(name: string, words: Words, list = ''): string {
  return `<div class="walk__bar"><p class="walk__name">${words.title} ${name}</p><div class="walk__buttons" data-needs-js><button type="button" data-action="start" aria-expanded="false">${words.start}</button></div></div><div class="walk__player" hidden></div>${list}`
}
