import type { exerciseWordsIn } from '../exercise-words.ts'
import type { View } from '../Results.tsx'

/** Returns true if every hidden test passed. */
export function isSolved({ notice, tests, failures }: View): boolean {
  return !notice && failures.length === 0 && tests.length > 0 && tests.every(({ state }) => state === 'pass')
}

/** Removes the marks of code: results are shown as plain text. */
function plain(text: string): string {
  return text.replaceAll('`', '')
}

/**
 * Adds to the words of the hidden tests what they say in the language of the page: to titles, and to messages of failures
 * that are a word, or begin with one (`expect(answer, 'all-pairs')` fails with `all-pairs: expected 3 to be 4`). After
 * the word of an answer of several lines there may be how many of them are right, from the first: `too-early 3/12`.
 */
export function saidIn(
  view: View,
  says: Readonly<Record<string, string>>,
  { rightLines }: Pick<ReturnType<typeof exerciseWordsIn>, 'rightLines'>,
): View {
  const saidBy = (message: string) => {
    const [, word = '', right, all] =
      /^([a-z0-9-]+)(?: (\d+)\/(\d+))?(?::|$)/.exec(message.replace(/^Error: /, '')) ?? []
    if (!Object.hasOwn(says, word)) return {}
    const said = (right && all ? rightLines(Number(right), Number(all)) : '') + plain(says[word] ?? '')
    return { said }
  }
  return {
    ...view,
    tests: view.tests.map((test) => ({
      ...test,
      title: Object.hasOwn(says, test.title) ? plain(says[test.title] ?? '') : test.title,
      ...('failures' in test && {
        failures: test.failures.map(({ place, ...failure }) => ({
          ...failure,
          ...saidBy(failure.message),
          // The line of a hidden test says nothing to the reader.
          ...(place && !place.file.endsWith('check.test.ts') && { place }),
        })),
      }),
    })) as View['tests'],
  }
}
