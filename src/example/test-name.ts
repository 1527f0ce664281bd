import { walkId } from '../island/walk-address.ts'

/** How a page names a test. */
export interface TestName {
  /** The title in the test file, by which it is run. */
  title: string
  /** The title in the language of the page. */
  shown: string
  /** The id of its walk, and that in older links. */
  walk: string
  former?: string | undefined
}

/** Returns the name of a test that the reader wrote. */
export function readersTest(title: string): TestName {
  return { title, shown: title, walk: walkId(title) }
}

/** Finds the name of the test to which a button belongs, in the attributes that `WalkButton` wrote. */
export function nameOn({ dataset }: HTMLElement): TestName {
  const { title = '', shown = title, walk = '', former } = dataset
  return { title, shown, walk, former }
}
