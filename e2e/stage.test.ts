import { expect, inject, test } from 'vitest'
import { defaultLanguage, pathOf } from '../reference/languages.ts'
import { cutInSteps, openWalk, walksIn } from '../tools/checks/stage.ts'
import { openPage, type View } from './support/page.ts'

/** The walks with the most of something, whose every step is looked at. `npm run check:stage` looks at all steps of all. */
const extremes = {
  'eight addresses meet eight': 'create-subflow-worker--eight-by-eight-pairs',
  'four addresses meet four': 'reference-then-f-limits-4x4',
  'both families': 'reference-then-h-v4-init-v4v6',
  'five sessions': 'apply-to-sessions--session-order-and-skips',
  'two hosts of the model': 'reference-then-c-server-flush',
}

/** Each language in one of the windows; the check looks at both languages in both. */
const windows: View[] = [
  { lang: 'en', width: 1280 },
  { lang: 'zh', width: 390 },
]

/** Opens walks one after the other, and returns what is cut at their steps. */
async function cutsIn(view: View, isChosen: (name: string) => boolean, every: number) {
  const folder = pathOf(view.lang ?? defaultLanguage)
  const walks = (await walksIn(`build/${folder}`)).filter(({ name }) => isChosen(name))
  // A short page with a walk: what is behind the stage is laid out, too.
  const { page, errors } = await openPage('lifecycle/proc/', view)
  const found: string[] = []
  for (const walk of walks) {
    const element = await openWalk(page, inject('site') + folder, walk)
    const { cuts } = await element.evaluate(cutInSteps, every)
    found.push(...cuts.map(({ step, panel, what }) => `${walk.name}, step ${step}: ${panel}: ${what}`))
  }
  expect(errors).toEqual([])
  return { walks: walks.length, found }
}

test.each(
  Object.entries(extremes).flatMap(([what, name]) => windows.map((view) => [what, view, name] as const)),
)('%s: at no step is anything of the stage cut or covered, for %o', async (_, view, name) => {
  const { walks, found } = await cutsIn(view, (walk) => walk === name, 1)
  expect(walks).toBe(1)
  expect(found).toEqual([])
})

test.each(windows)(
  'at every fiftieth step of all other walks nothing is cut or wider than the screen, for %o',
  async (view) => {
    const all = Object.values(extremes)
    const { walks, found } = await cutsIn(view, (walk) => !all.includes(walk), 50)
    expect(walks).toBeGreaterThan(150)
    expect(found).toEqual([])
  },
)
