import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { escapeHtml } from '../../src/island/escape.ts'
import type { Book, Heading } from './book.ts'
import type { SectionFile } from './in-browser.ts'

/**
 * Makes an EPUB 3.
 *
 * @param files the sections of the book, in their order
 * @param css the styles of all
 * @param cover the picture that libraries show, as PNG
 * @param modified when the book was last changed: the same date gives the same bytes
 */
export function epubOf(
  book: Book,
  files: readonly SectionFile[],
  css: string,
  cover: Uint8Array,
  modified: Date,
): Uint8Array {
  const { title, tag } = book
  const page = (heading: string, body: string) =>
    `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${tag}" xml:lang="${tag}">
<head><meta charset="utf-8"/><title>${escapeHtml(heading)}</title><link rel="stylesheet" href="book.css"/></head>
<body>${body}</body>
</html>
`
  const titles = new Map(
    book.headings.flatMap(({ id, title, below }) => [
      [id, title] as const,
      ...below.map((b) => [b.id, b.title] as const),
    ]),
  )
  const entries: Zippable = {
    // First, and as it is: by these bytes programs know an EPUB.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book/package.opf': strToU8(packageOf(book, files, modified)),
    'book/nav.xhtml': strToU8(
      page(
        title,
        `<nav epub:type="toc" id="toc"><h1>${escapeHtml(titles.get('contents') ?? title)}</h1>${list(book.headings)}</nav>`,
      ),
    ),
    'book/book.css': strToU8(css),
    'book/cover.png': [cover, { level: 0 }],
  }
  for (const { id, xhtml } of files)
    entries[`book/${id}.xhtml`] = strToU8(page(titles.get(id) ?? title, xhtml))
  return zipSync(entries, { mtime: modified, level: 9 })
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`

function packageOf({ title, tag }: Book, files: readonly SectionFile[], modified: Date): string {
  const items = files.map(
    ({ id, hasPictures }) =>
      `<item id="s-${id}" href="${id}.xhtml" media-type="application/xhtml+xml"${hasPictures ? ' properties="svg"' : ''}/>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${tag}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${identifierOf(title + tag)}</dc:identifier>
<dc:title>${escapeHtml(title)}</dc:title>
<dc:language>${tag}</dc:language>
<dc:rights>GPL-2.0-only</dc:rights>
<meta property="dcterms:modified">${modified.toISOString().replace(/\.\d+/, '')}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
${items.join('\n')}
</manifest>
<spine>${files.map(({ id }) => `<itemref idref="s-${id}"/>`).join('')}</spine>
</package>
`
}

/** An identifier that stays the same from version to version. */
function identifierOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

function list(headings: readonly Heading[]): string {
  const items = headings.map(
    ({ id, title, below }) =>
      `<li><a href="${id}.xhtml">${escapeHtml(title)}</a>${below.length > 0 ? list(below) : ''}</li>`,
  )
  return `<ol>${items.join('')}</ol>`
}
