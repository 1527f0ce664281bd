import { tagOf } from '../../../reference/languages.ts'
import { testWalkId, walkId } from '../../island/walk-address.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import { testDataName } from '../../notes/examples.ts'
import { unpack } from '../../recorder/recording.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Words } from '../words.ts'
import { listWordsIn } from './list-words.ts'
import { isScenario } from './scenario.ts'
import { listedSteps, type RecordedWalk } from './step-list.tsx'

/** The URL of an element's module, and the files in its folder that the element loads. */
export interface WalkUrls {
  island: string
  walk: string
  kernel: string
  /** The URLs that the first step needs, separated by spaces: they are loaded beside the module. */
  begins: string
}

/** Returns the name of the generated data of a walk, for `<Walkthrough of test>`, which is also that of its list of steps. */
export function walkDataName(of: string, key?: string): string {
  return isScenario(of) ? of.replace(/\.txt$/, '').replaceAll('/', '-') : testDataName(of, key)
}

/**
 * Renders a walk that has not begun: a button, and a link to the list of its steps.
 *
 * @param list the address of the list
 */
export function renderWalk(
  { of, title, test, recording }: RecordedWalk,
  urls: WalkUrls,
  list: string,
  words: Words,
): BuiltElement {
  const listWords = listWordsIn(tagOf(words.language))
  const steps = unpack(recording)
  const { length } = listedSteps(steps)
  const element = (
    <full-mesh-walk
      class="walk"
      role="group"
      aria-label={`${words.title} ${title}`}
      id={test ? testWalkId(test.key) : walkId(of)}
      data-of={of}
      data-test={test?.title ?? of}
      {...(test?.former ? { 'data-former': test.former } : {})}
      {...Object.fromEntries(Object.entries(urls).map(([what, name]) => [`data-${what}`, name]))}
    >
      <Skeleton name={<span>{title}</span>} words={words}>
        <a class="walk__all" href={list}>
          {words.list + listWords.count(length, steps.length)}
        </a>
      </Skeleton>
    </full-mesh-walk>
  )
  return buildElement(element)
}
