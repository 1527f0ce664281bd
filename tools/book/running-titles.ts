import type { Book, Heading } from './book.ts'

/** Makes styles that print the title of the part and of the chapter above each page. */
export function runningTitles({ title, headings }: Book): string {
  const rule = ({ id, title: own }: Heading, above: string) =>
    `#${id} { page: p-${id} }
@page p-${id} { @top-left { content: ${quoted(above)} } @top-right { content: ${quoted(own)} } }
`
  return headings
    .flatMap((part) => [rule(part, title), ...part.below.map((chapter) => rule(chapter, part.title))])
    .join('')
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
