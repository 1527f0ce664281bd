import { expect, test } from 'vitest'
import { withHost } from './with-host.ts'

const site = 'https://notes.example'

test('the address of the page and the links to other pages get the host', () => {
  const page =
    '# Title\n\n> About IPv4/IPv6\n>\n> Web page: /en/ops/\n\nSee [`a`](/en/ops.md) and [b](/en/b.md#c).\n'
  expect(withHost(page, site)).toBe(
    `# Title\n\n> About IPv4/IPv6\n>\n> Web page: ${site}/en/ops/\n\nSee [\`a\`](${site}/en/ops.md) and [b](${site}/en/b.md#c).\n`,
  )
})

test('whole addresses and code stay as they are', () => {
  const page =
    '# Title\n\n> About\n>\n> Web page: https://a.example/ops/\n\n[a](https://a.example/), `b](/c`\n\n  ```ts\n  [d](/e/)\n  ```\n\n[f](#g)\n'
  expect(withHost(page, site)).toBe(page)
})
