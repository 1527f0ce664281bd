/** `npm run bench:search`: what the first search loads, and how long it takes. It needs `npm run build` first, and asserts nothing. */

import { printTable } from '../terminal/print-table.ts'
import { measureSearch } from './measure-search.ts'

printTable(
  ['first search', 'most bytes (gzip)', 'files', 'ms', 'ms, 1.6 Mbit/s and 150 ms'],
  await measureSearch('build'),
)
