import { expect, test } from 'vitest'
import { inFrame } from './frame.ts'

const frame =
  '<html lang=en data-scripts="/en/a.js"><head><title data-rh=true>Site</title><meta property=og:title content=Site />' +
  '<link rel=canonical href=https://a.b/en/404.html /><link rel=alternate href=/404.html hreflang=zh />' +
  '<link rel=icon href=/i.svg /></head><body><a class=bar__language href=/ hreflang=zh>Chinese</a>' +
  '<main id=main><h1>Page not found</h1></main><footer>foot</footer></body></html>'

const text = '<title>Steps</title><link rel="canonical" href="https://a.b/en/x/"><main id="main">$& 1</main>'

test('the page has its own head and its own text in the frame, and no scripts', () => {
  expect(inFrame(text, frame, 'walk/steps/x.html')).toBe(
    '<html lang=en><head><title>Steps</title><link rel="canonical" href="https://a.b/en/x/">' +
      '<link rel=icon href=/i.svg /></head><body><a class=bar__language href=/walk/steps/x.html hreflang=zh>Chinese</a>' +
      '<main id="main">$& 1</main><footer>foot</footer></body></html>',
  )
})

test('a frame that has lost a part is refused, by the name of the page', () => {
  expect(() => inFrame(text, '<title>Site</title>', 'walk/steps/x.html')).toThrow(
    /^404\.html has nothing that matches .*canonical.*walk\/steps\/x\.html/,
  )
})
