import MDXComponents from '@theme-original/MDXComponents'
import { CallStack } from '../../call-stack/CallStack.tsx'
import { CLine } from '../../components/c-line.tsx'
import { HighlightedCode } from '../../components/highlighted-code.tsx'
import { Example } from '../../example/Example.tsx'

/** What a note may use without importing it. */
export default { ...MDXComponents, C: CLine, CallStack, Example, HighlightedCode }
