import fileMap from '@generated/file-map/default/file-map.json'
import MDXComponents from '@theme-original/MDXComponents'
import { createElement } from 'react'
import { BuiltElement } from './BuiltElement.tsx'

/** What a note may use without importing it. The build gives all but the map their `data`. */
export default {
  ...MDXComponents,
  BuiltElement,
  CallStack: BuiltElement,
  Example: BuiltElement,
  FileMap: () => createElement(BuiltElement, { data: fileMap }),
  ThenAndNow: BuiltElement,
  Walkthrough: BuiltElement,
}
