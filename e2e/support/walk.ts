import type { Locator, Page } from 'playwright-core'

/** The first walk of a page. */
export const walkOf = (page: Page) => page.locator('full-mesh-walk').first()

export const button = (walk: Locator, action: string) => walk.locator(`[data-action=${action}]`)
export const panel = (walk: Locator, name: string) => walk.locator(`[data-panel=${name}]`)

/** The number of the step, and of all steps: `45 / 71`. */
export const count = async (walk: Locator) => (await walk.locator('.walk__count').textContent()) ?? ''
export const at = async (walk: Locator) => Number.parseInt(await count(walk), 10)
export const lengthOf = async (walk: Locator) => Number((await count(walk)).split(' / ')[1])

/** What the step does, in a sentence. */
export const sentence = async (walk: Locator) =>
  (await panel(walk, 'sentence').locator('[role=status]').textContent()) ?? ''

/** Waits until the stage of a walk is there, with what is loaded after the first step. */
export const opened = (walk: Locator) => panel(walk, 'log').waitFor({ state: 'attached' })

/** Starts a walk by its button. */
export async function start(walk: Locator): Promise<Locator> {
  await button(walk, 'start').click()
  await opened(walk)
  return walk
}

/** Goes to a step by the slider. */
export const goTo = (walk: Locator, step: number | string) => walk.locator('.walk__scrub').fill(String(step))
