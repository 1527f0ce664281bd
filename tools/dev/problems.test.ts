import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Problems } from './problems.ts'

test('an open page and the terminal get all problems when they change, and only then', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => print.mockRestore())
  const sent: string[] = []
  const request = new EventEmitter()
  const response = { writeHead() {}, write: (text: string) => sent.push(text) }
  const problems = new Problems()

  problems.set('site', ['docs/a.mdx:3: one'])
  problems.serve(request as IncomingMessage, response as unknown as ServerResponse)
  problems.set('code', ['src/a.ts:1: two', 'docs/a.mdx:3: one'])
  problems.set('site', [])
  problems.set('code', [])
  request.emit('close')
  problems.set('code', ['src/a.ts:1: two'])

  const [one, two] = ['docs/a.mdx:3: one', 'src/a.ts:1: two']
  const messages = [
    { problems: [one], notCurrent: [], summary: '1 problem' },
    { problems: [one, two], notCurrent: [], summary: '2 problems' },
    { problems: [], notCurrent: [], summary: 'no problems' },
  ]
  expect(sent).toEqual(messages.map((message) => `data: ${JSON.stringify(message)}\n\n`))
  expect(print.mock.calls.at(-1)).toEqual(['\nsrc/a.ts:1: two\n1 problem'])
  expect(print.mock.calls.at(-2)).toEqual(['\nno problems'])
})

test('texts that are not current are counted apart from the problems', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => print.mockRestore())
  const problems = new Problems()
  problems.set('site', ['docs/b.mdx:3: one'])
  problems.setNotCurrent(['docs/a.mdx:5: is out of date'])
  expect(print.mock.calls.at(-1)).toEqual([
    '\ndocs/b.mdx:3: one\ndocs/a.mdx:5: is out of date\n1 problem; 1 text is not current, which fails nothing',
  ])
})
