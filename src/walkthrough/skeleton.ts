import type { Words } from './words.ts'

/**
 * What a walk consists of before it is begun: its name, its button, the place of the player.
 *
 * @param name as HTML
 * @param list of its steps, as HTML, if there is one
 */
export function skeleton(name: string, words: Words, list = ''): string {
  return `<div class="walk__bar"><p class="walk__name">${words.title} ${name}</p><div class="walk__buttons" data-needs-js><button type="button" data-action="start" aria-expanded="false">${words.start}</button></div></div><div class="walk__player" hidden></div>${list}`
}
