import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontEnvironment, fontsNamed } from './fonts.ts'

test('a browser is shown one folder of fonts, and none of the system’s own', () => {
  const { FONTCONFIG_FILE } = fontEnvironment('dejavu')
  if (!FONTCONFIG_FILE) return // on a system without Debian's DejaVu fonts, a browser uses any fonts
  const configuration = readFileSync(FONTCONFIG_FILE, 'utf8')
  expect(configuration.match(/<dir>.*?<\/dir>/g)).toEqual(['<dir>/usr/share/fonts/truetype/dejavu</dir>'])
  expect(configuration).not.toContain('<include')
})

test('fonts that are not known are refused, with those that are', () => {
  expect(() => fontsNamed('arial')).toThrow('FONTS is "arial"; it can be "dejavu" or "noto"')
})
