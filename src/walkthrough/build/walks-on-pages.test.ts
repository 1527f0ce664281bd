import { expect, test } from 'vitest'
import { walksOnPages } from './walks-on-pages.ts'

const walks = await walksOnPages('.')

test('every walk on a page is found, with its page and its title', () => {
  const walk = walks.find(({ place }) => place.startsWith('ops/new-session.mdx#walk-'))
  expect(walk?.title.en).toMatch(/\w/)
  expect(new Set(walks.map(({ place }) => place)).size).toBe(walks.length)
})

test('a walk goes through the functions of C in which it has steps; of twins, through those of its family', () => {
  const through = (name: string) => walks.filter(({ functions }) => functions.has(name)).length
  expect(through('full_mesh_new_session')).toBeGreaterThan(0)
  expect(through('mptcp_addv6_raddr')).toBeLessThan(through('mptcp_addv4_raddr'))
})
