import MDXComponents from '@theme-original/MDXComponents'
import { CallStack } from '../../call-stack/CallStack.tsx'
import { CLine } from '../../components/c-line.tsx'
import { HighlightedCode } from '../../components/highlighted-code.tsx'
import { ThenAndNow } from '../../components/then-and-now.tsx'
import { Example } from '../../example/Example.tsx'
import { FileMap } from '../../map/FileMap.tsx'
import { Walkthrough } from '../../walkthrough/Walkthrough.tsx'

/** What a note may use without importing it. */
export default {
  ...MDXComponents,
  C: CLine,
  CallStack,
  Example,
  FileMap,
  HighlightedCode,
  ThenAndNow,
  Walkthrough,
}
