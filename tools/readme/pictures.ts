import type { Language } from '../../reference/languages.ts'

/** The pictures of the README. */
export const pictureFiles: Readonly<Record<Language, string>> = {
  zh: 'tools/readme/stage.zh.png',
  en: 'tools/readme/stage.en.png',
}

/** The size of the window, in px. */
export const pictureSize = { width: 1280, height: 800 }

/** The step that they show: a walk on the first page. */
export const pictureStep = 'walk-two-by-two-mesh.97'
