import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('palette.css', import.meta.url), 'utf8')
const [usual = '', rest = ''] = css.split('@media (prefers-contrast: more)')
const [more = ''] = rest.split('@media')
const palette = coloursIn(usual)

function coloursIn(text: string): Map<string, { light: string; dark: string }> {
  return new Map(
    [...text.matchAll(/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  )
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['paper', 'paper-sunk']
const lines = ['rule', 'rule-strong', 'focus']
const texts = [...palette.keys()].filter((name) => ![...surfaces, ...lines].includes(name))

test.each(texts)('--%s can be read on either surface, light and dark', (name) => {
  for (const mode of ['light', 'dark'] as const) {
    for (const surface of surfaces) {
      const ratio = contrast(palette.get(name)?.[mode] ?? '', palette.get(surface)?.[mode] ?? '')
      expect(ratio, `${mode}, on --${surface}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test('with more contrast, texts have 7, and rules and the focus ring 4.5', () => {
  const colours = new Map([...palette, ...coloursIn(more)])
  for (const [name, { light, dark }] of colours) {
    if (surfaces.includes(name)) continue
    const least = lines.includes(name) ? 4.5 : 7
    for (const surface of surfaces) {
      const behind = colours.get(surface)
      expect(contrast(light, behind?.light ?? ''), `light --${name} on --${surface}`).toBeGreaterThanOrEqual(
        least,
      )
      expect(contrast(dark, behind?.dark ?? ''), `dark --${name} on --${surface}`).toBeGreaterThanOrEqual(
        least,
      )
    }
  }
})

test('in forced colours, every colour is one of the system', () => {
  const [, forced = ''] = css.split('@media (forced-colors: active)')
  for (const name of palette.keys())
    expect(forced, name).toMatch(new RegExp(`--${name}: (Canvas|CanvasText|LinkText|GrayText|Highlight);`))
})

test('the focus ring and the strong rule stand out from the paper', () => {
  for (const mode of ['light', 'dark'] as const) {
    for (const name of ['focus', 'rule-strong']) {
      expect(
        contrast(palette.get(name)?.[mode] ?? '', palette.get('paper')?.[mode] ?? ''),
      ).toBeGreaterThanOrEqual(3)
    }
  }
})
