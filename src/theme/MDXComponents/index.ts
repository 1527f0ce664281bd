import MDXComponents from '@theme-original/MDXComponents'
import { HighlightedCode } from '../../components/highlighted-code.tsx'
import { Example } from '../../example/Example.tsx'

/** What a note may use without importing it. */
export default { ...MDXComponents, Example, HighlightedCode }
