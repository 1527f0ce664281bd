import MDXComponents from '@theme-original/MDXComponents'
import { BuiltElement } from './BuiltElement.tsx'

/** Components that a page can use without importing them. The build turns all elements of this site into one. */
export default { ...MDXComponents, BuiltElement }
