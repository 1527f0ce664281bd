import type { Fact } from './facts.ts'

/** Something that the text shows. */
export interface Finding<Id extends string> {
  id: Id
  /** Parts of its sentence, which come from the text. */
  values: readonly string[]
  /** The lines that show it. */
  facts: readonly Fact[]
}
