import MDXComponents from '@theme-original/MDXComponents'
import { CLine } from '../../components/c-line.tsx'
import { HighlightedCode } from '../../components/highlighted-code.tsx'
import { Example } from '../../example/Example.tsx'

/** What a note may use without importing it. */
export default { ...MDXComponents, C: CLine, Example, HighlightedCode }
