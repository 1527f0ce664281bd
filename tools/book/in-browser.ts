/** What is done with the page of a book in the browser: these functions run there, and know nothing outside themselves. */

/**
 * Writes how pictures look into the pictures, and then takes the site's styles away: readers of EPUB apply few styles to
 * pictures, and none with variables.
 */
export function keepLooksOfPictures(): void {
  const names = [
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'opacity',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'text-anchor',
    'dominant-baseline',
    'paint-order',
    'marker-end',
    'marker-start',
  ]
  const inherited = (name: string) => name !== 'opacity' && name !== 'dominant-baseline'
  const families = new Map<string, string>()
  const familyOf = (value: string) => (/mono/i.test(value) ? 'monospace' : 'sans-serif')
  for (const svg of document.querySelectorAll('svg')) {
    const all = [svg, ...svg.querySelectorAll('*')].filter((node) => !node.closest('title, desc'))
    const looks = all.map((node) => {
      const style = getComputedStyle(node)
      const above = node === svg ? undefined : getComputedStyle(node.parentElement as Element)
      if (style.display === 'none') return undefined
      return names.flatMap((name) => {
        const value = style.getPropertyValue(name)
        const usual = above && inherited(name) ? above.getPropertyValue(name) : usualOf(name)
        if (value === '' || value === usual) return []
        return [[name, name === 'font-family' ? familyOf(value) : value] as const]
      })
    })
    all.forEach((node, index) => {
      const look = looks[index]
      if (!look) return node.remove()
      for (const [name, value] of look) node.setAttribute(name, value)
      node.removeAttribute('class')
      for (const { name } of [...node.attributes]) if (name.startsWith('data-')) node.removeAttribute(name)
    })
    const [, , width, height] = (svg.getAttribute('viewBox') ?? '').split(/\s+/)
    if (width && height) {
      svg.setAttribute('width', width)
      svg.setAttribute('height', height)
    }
  }
  document.querySelector('#site')?.remove()

  function usualOf(name: string): string {
    if (families.size === 0) {
      const probe = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'))
      for (const name of names) families.set(name, getComputedStyle(probe).getPropertyValue(name))
      families.set('font-family', '').set('font-size', '')
      probe.remove()
    }
    return families.get(name) ?? ''
  }
}

/** A section of the book as a file of its own. */
export interface SectionFile {
  id: string
  xhtml: string
  hasPictures: boolean
}

/** Writes each section as XHTML, with links to the files of the others. */
export function sectionFiles(): SectionFile[] {
  const body = document.body.cloneNode(true) as HTMLElement
  const sections = [...body.children]
  const fileOf = new Map(
    sections.flatMap((section) =>
      [section, ...section.querySelectorAll('[id]')].map(({ id }) => [id, section.id] as const),
    ),
  )
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
    const file = fileOf.get(id)
    link.setAttribute('href', file === id ? `${file}.xhtml` : `${file}.xhtml#${id}`)
  }
  const serializer = new XMLSerializer()
  return sections.map((section) => ({
    id: section.id,
    xhtml: serializer.serializeToString(section),
    hasPictures: section.querySelector('svg') !== null,
  }))
}

/** Makes room for the numbers of pages in the table of contents, so that they move nothing when they are known. */
export function makeRoomForPages(): void {
  for (const link of document.querySelectorAll('.contents .toc a')) {
    const page = document.createElement('span')
    page.className = 'page'
    page.textContent = '0'
    link.append(page)
  }
}

/** Writes the numbers of pages into the table of contents and the index. @param pages by the ids of the places */
export function writePages(pages: Record<string, number>): void {
  const pageOf = (link: Element) => pages[decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')]
  for (const link of document.querySelectorAll('.contents .toc a')) {
    const page = link.querySelector('.page')
    if (page) page.textContent = String(pageOf(link) ?? '')
  }
  for (const entry of document.querySelectorAll('.index li')) {
    const links = [...entry.querySelectorAll('a')].filter((link) => pageOf(link) !== undefined)
    const byPage = new Map<number, Element>()
    for (const link of links) {
      const page = pageOf(link) as number
      link.textContent = String(page)
      if (!byPage.has(page))
        byPage.set(page, link.parentElement?.tagName === 'STRONG' ? link.parentElement : link)
    }
    const names = [...entry.childNodes].filter(
      (node) => node instanceof Element && /^(CODE|SMALL)$/.test(node.tagName),
    )
    const places = [...byPage.values()].flatMap((link, index) => [index ? ', ' : '  ', link])
    entry.replaceChildren(...names, ...places)
  }
}
