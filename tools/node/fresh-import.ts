import { pathToFileURL } from 'node:url'

let generation = 0

/**
 * Begins a new generation: modules that are imported from now on, and whose files have changed, or those of modules that
 * they import, are read again. All others stay the same objects, with what they keep.
 *
 * @returns a function that imports a module, by the path of its file
 */
export function freshImports(): <Module>(path: string) => Promise<Module> {
  const fresh = ++generation
  return (path) => import(`${pathToFileURL(path)}?fresh=${fresh}`)
}
