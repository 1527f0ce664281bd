/** Code that the reader has edited: an example has it, and a walk through one of its tests records it. */

/** The edited files, whole, by name: `examples/fullmesh/new-session.ts`. Empty if no file is being edited. */
export type EditedFiles = ReadonlyMap<string, string>

/**
 * An element with edited code. While the reader edits, its attribute `data-edited` names the unit. {@link editedCode}
 * finds it by the attribute, because the modules of two elements share no variables.
 */
export interface EditedCode extends HTMLElement {
  editedCode(): Promise<EditedFiles>
  /** Returns the title that the only test of the element has now; undefined if it never had this one, or has no test. */
  renamed(title: string): string | undefined
}

/**
 * Returns the edited files of a unit from the last element on the page whose edited code has the test, or had it until
 * the reader gave it another title. There are no files if there is no such element.
 *
 * @param of the unit: `new-session`
 * @param title of the test
 * @returns with the title that the test has in these files
 */
export async function editedCode(of: string, title: string): Promise<{ files: EditedFiles; title: string }> {
  const elements = document.querySelectorAll<EditedCode>(`[data-edited="${CSS.escape(of)}"]`)
  for (const element of [...elements].reverse()) {
    const files = await element.editedCode()
    if ([...files.values()].some((text) => text.includes(title))) return { files, title }
    const renamed = element.renamed(title)
    if (renamed !== undefined) return { files, title: renamed }
  }
  return { files: new Map(), title }
}
