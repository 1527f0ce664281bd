/** The last step of `npm run build`: writes the lists of files that readers can keep. */

import { writeLists } from '../../src/offline/build/list.ts'

await writeLists('build')
