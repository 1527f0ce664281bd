/** Code that the reader has edited: an example offers it, and a walk through one of its tests asks for it. */

/** The edited files, whole, by name: `examples/fullmesh/new-session.ts`. Empty if no file is being edited. */
export type EditedFiles = ReadonlyMap<string, string>

/**
 * An element that offers edited code. While the reader edits, its attribute `data-edited` names the unit.
 *
 * The attribute is what {@link editedCode} looks for: the modules of two elements share no variables.
 */
export interface EditedCode extends HTMLElement {
  editedCode(): Promise<EditedFiles>
}

/**
 * The files of a unit as the reader edited them in the last element of the page that has the test; empty if the reader
 * has edited none with this test.
 *
 * @param of the unit: `new-session`
 * @param title of the test
 */
export async function editedCode(of: string, title: string): Promise<EditedFiles> {
  const elements = document.querySelectorAll<EditedCode>(`[data-edited="${CSS.escape(of)}"]`)
  for (const element of [...elements].reverse()) {
    const files = await element.editedCode()
    if ([...files.values()].some((text) => text.includes(title))) return files
  }
  return new Map()
}
