import MDXComponents from '@theme-original/MDXComponents'
import { CLine } from '../../c-line/CLine.tsx'
import { CallStack } from '../../call-stack/CallStack.tsx'
import { HighlightedCode } from '../../code-block/HighlightedCode.tsx'
import { Example } from '../../example/Example.tsx'
import { FileMap } from '../../map/FileMap.tsx'
import { ThenAndNow } from '../../then-and-now/ThenAndNow.tsx'
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
