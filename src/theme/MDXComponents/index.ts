import MDXComponents from '@theme-original/MDXComponents'
import { HighlightedCode } from '../../components/highlighted-code.tsx'

/** What a note may use without importing it. */
export default { ...MDXComponents, HighlightedCode }
