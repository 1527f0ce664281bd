import { writeFileSync } from 'node:fs'
import { readImports } from './imports.ts'
import { draw, pictureFile } from './picture.ts'

/** `npm run arrows`: draws which folder imports which. */
writeFileSync(pictureFile, draw(readImports('.', ['src', 'examples', 'reference'])))
