import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderOf } from '../../reference/languages.ts'
import { pictureSize, pictureStep, pictures } from './pictures.ts'

test('the README shows a picture of the stage in each language, in the size of the window', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const { file } of pictures) {
    expect(readme).toContain(`](${file})`)
    const png = readFileSync(file)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pictureSize.width, pictureSize.height])
  }
})

test('the step that they show is one of a walk on the first page', () => {
  const [key] = pictureStep.replace('walk-', '').split('.')
  for (const { language } of pictures)
    expect(readFileSync(`${folderOf(language)}/index.mdx`, 'utf8')).toMatch(
      new RegExp(`<Walkthrough of="[^"]+" test="${key}" />`),
    )
})
