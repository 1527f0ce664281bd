import { expect, test } from 'vitest'
import type { Step } from '../../recorder/recording.ts'
import { wordsIn } from '../words.ts'
import { logHtml } from './panels.ts'

test('a line of the log that ends with an error number has the name of the error', () => {
  const log = ['[500] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -101', '[500] close c1/1']
  expect(logHtml({ log, added: 1 } as Step, wordsIn('en'))).toBe(
    '<ol><li><code>[500] join c1/1: 10.0.2.1 id=3 if=3 -&#62; 10.9.1.1:80 id=0 = ' +
      '<span class="error-number" data-name="ENETUNREACH">-101</span></code></li>' +
      '<li><mark class="walk__changed"><code>[500] close c1/1</code></mark></li></ol>',
  )
})
