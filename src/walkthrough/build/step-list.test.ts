import { describe, expect, test } from 'vitest'
import { completeLanguages, tagOf, textIn } from '../../../reference/languages.ts'
import { unpack } from '../../recorder/recording.ts'
import { wordsIn } from '../words.ts'
import { renderStepList } from './step-list.tsx'
import { findTest, walks } from './test-walk.ts'

/** The list of a walk in a language: its head, the numbers of its steps, and the numbers of the steps with an effect. */
async function listOf(of: string, key: string, language: string) {
  const [unit, found] = findTest(of, key)
  const recording = await walks.record(unit, found)
  const walk = { of, title: 'A title', test: found, recording }
  const words = wordsIn(tagOf(language))
  const html = renderStepList(walk, [], new Map(), {}, { url: '', baseUrl: '/' }, words)
  const steps = [...unpack(recording).entries()]
  return {
    head: /<h1>.*?<ol>/s.exec(html)?.[0] ?? '',
    listed: [...html.matchAll(/<li id="[^"]*" value="(\d+)"/g)].map(([, number]) => Number(number)),
    withEffect: steps.flatMap(([at, { changes, added }]) => (changes.length + added > 0 ? [at + 1] : [])),
    all: steps.length,
  }
}

describe.each(completeLanguages)('in %s', (language) => {
  test('the list of a long walk has only the steps with an effect, and its head says how many of how many', async () => {
    const { head, listed, withEffect, all } = await listOf(
      'create-subflow-worker',
      'two-by-two-mesh',
      language,
    )
    expect(listed).toEqual(withEffect)
    expect(listed.length).toBeLessThan(all)
    const said = textIn(
      {
        zh: `只列出有变化的 ${listed.length} 步，共 ${all} 步。`,
        en: `Listed are the ${listed.length} of ${all} steps that change something.`,
      },
      language,
    )
    expect(head).toContain(said)
    expect(head).toContain('A title</h1>')
  })

  test('the list of a short walk has all steps, and its head says so', async () => {
    const { head, listed, all } = await listOf('new-session', 'initial-pair-not-tried-again', language)
    expect(listed).toHaveLength(all)
    expect(head).toContain(textIn({ zh: `共 ${all} 步。`, en: `All ${all} steps are listed.` }, language))
    expect(head).not.toContain(textIn({ zh: '只列出', en: 'Listed are' }, language))
  })
})
