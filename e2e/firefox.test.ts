import { expect, test } from 'vitest'
import { isCode } from '../src/example/page/code.ts'
import { codeIn } from '../src/example/page/link.ts'
import { actInFirefox, firefox } from './support/firefox.ts'

test.skipIf(!firefox)('in Firefox, an example runs, and a syntax error is shown with its line', async () => {
  const shown = await actInFirefox('en/ops/new-session/', async () => {
    const example = document.querySelector('full-mesh-example') as HTMLElement
    const click = (action: string) => example.querySelector<HTMLElement>(`[data-action=${action}]`)?.click()
    const until = async (isSo: () => unknown) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const run = async () => {
      delete example.dataset.outcome
      click('run')
      await until(() => example.dataset.outcome)
      return example.querySelector('.example__results')?.textContent ?? ''
    }
    const passed = await run()
    click('edit')
    await until(() => example.querySelector('.cm-content'))
    const code = example.querySelector('.cm-content') as HTMLElement
    code.focus()
    getSelection()?.selectAllChildren(code)
    document.execCommand('insertText', false, 'const a = 1; const a = 2')
    await until(() => code.querySelectorAll('.cm-line').length === 1)
    return { passed, broken: await run() }
  })
  expect(shown.passed).toMatch(/Results: all \d+ tests passed/)
  expect(shown.broken).toContain('Syntax error in new-session.ts, line 1')
  expect(shown.broken).toContain('redeclaration of const a')
})

test.skipIf(!firefox)('in Firefox, a walk can be stepped through', async () => {
  const shown = await actInFirefox('en/ops/new-session/', async () => {
    const walk = document.querySelector('full-mesh-walk') as HTMLElement
    const until = async (isSo: () => unknown) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    walk.querySelector<HTMLElement>('[data-action=start]')?.click()
    await until(() => walk.querySelector('[data-stage][open] li[data-now]'))
    walk.querySelector<HTMLElement>('[data-action=forward]')?.click()
    return walk.querySelector('.walk__count')?.textContent
  })
  expect(shown).toMatch(/^2 \/ \d+$/)
})

test.skipIf(!firefox)('in Firefox, an example runs on a site that is kept for offline reading', async () => {
  const shown = await actInFirefox('en/ops/new-session/', async () => {
    const until = async <T>(find: () => T) => {
      for (;;) {
        const found = find()
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const press = async (button: string) =>
      (await until(() => document.querySelector<HTMLElement>(button))).click()
    await press('.offline > [data-action=open]')
    await press('.offline__panel [data-action=keep]')
    await until(() => document.querySelector('.offline__panel [data-action=remove]'))
    await until(() => navigator.serviceWorker.controller)
    const example = document.querySelector('full-mesh-example') as HTMLElement
    example.querySelector<HTMLElement>('[data-action=run]')?.click()
    await until(() => example.dataset.outcome)
    return example.querySelector('.example__results')?.textContent
  })
  expect(shown).toMatch(/Results: all \d+ tests passed/)
})

test.skipIf(!firefox)('in Firefox, a link with code opens, and changed code makes a link', async () => {
  const shown = await actInFirefox('en/ops/new-session/', async () => {
    const until = async (isSo: () => unknown) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const example = document.getElementById('new-session.ts') as HTMLElement
    const note = () => example.querySelector('.example__note')?.textContent ?? ''
    const link = '#new-session.ts/1q1bKT1OyUlLSUSpJrSgpVrKqrq0FAA75cbc4bc' // the code of the page
    location.hash = link
    await until(note)
    ;(example.querySelector('.cm-content') as HTMLElement).focus()
    document.execCommand('insertText', false, '// changed')
    await until(() => example.querySelector('[data-action=copy-link]'))
    example.querySelector<HTMLElement>('[data-action=copy-link]')?.click()
    // Firefox lets only a click of a person write to the clipboard: the link is put into the address.
    await until(() => location.hash !== link)
    return { note: note(), hash: location.hash }
  })
  expect(shown.note).toContain('This code comes from a link.')
  const { texts } = await codeIn(shown.hash.split('/')[1] ?? '', isCode)
  expect(texts['examples/fullmesh/new-session.ts']).toMatch(/^\/\/ changed/)
})
