import MDXComponents from '@theme-original/MDXComponents'
import { BuiltElement } from './BuiltElement.tsx'

/** What a page may use without importing it: the build makes all elements of ours into this one. */
export default { ...MDXComponents, BuiltElement }
