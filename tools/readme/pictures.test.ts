import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pictureFiles, pictureSize, pictureStep } from './pictures.ts'

test('the README shows a picture of the stage in each language, in the size of the window', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const file of Object.values(pictureFiles)) {
    expect(readme).toContain(`](${file})`)
    const png = readFileSync(file)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pictureSize.width, pictureSize.height])
  }
})

test('the step that they show is one of a walk on the first page', () => {
  const [key] = pictureStep.replace('walk-', '').split('.')
  for (const page of ['docs/index.mdx', 'i18n/en/docusaurus-plugin-content-docs/current/index.mdx'])
    expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`<Walkthrough of="[^"]+" test="${key}" />`))
})
