import { completeLanguages } from '../../reference/languages.ts'

/** The pictures of the README: the language of each, and its file. */
export const pictures = completeLanguages.map((language) => ({
  language,
  file: `tools/readme/stage.${language}.png`,
}))

/** The size of the window, in px. */
export const pictureSize = { width: 1280, height: 800 }

/** The step that they show: a walk on the first page. */
export const pictureStep = 'walk-two-by-two-mesh.97'
