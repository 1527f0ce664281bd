import type { SymbolKind } from '../../../examples/reference/symbols.ts'

/** The parts of the page of symbols, and the kinds of symbols in each. */
export const parts: Readonly<Record<string, readonly SymbolKind[]>> = {
  structures: ['enum', 'enumerator', 'macro', 'struct', 'field'],
  parameters: ['parameter'],
  functions: ['function'],
  tables: ['op table', 'notifier block'],
  metadata: ['metadata'],
}
