import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, tagOf, textIn } from '../../../reference/languages.ts'
import { MeshPicture } from '../../mesh/Mesh.tsx'
import { type Mesh, meshOf, placesOf } from '../../mesh/mesh.ts'
import { meshWords } from '../../mesh/words.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import type { Step } from '../../recorder/recording.ts'
import type { Kernel } from '../kernel-stack.ts'
import { sentenceOf } from '../sentence.ts'

/** A picture of a story, as it is served. */
export interface Picture {
  /** The mesh, as SVG. */
  svg: string
  /** What the step does. Code is between backticks. */
  caption: string
  /** The step of the walk, counted from 1. */
  step: number
}

/** The width is that of a phone; on a desk the picture is drawn larger. */
const size = { width: 380, height: 160, isNarrow: true }

const words = {
  zh: {
    play: '播放',
    pause: '暂停',
    back: '上一幅',
    forward: '下一幅',
    walk: '单步演示',
  },
  en: {
    play: 'Play',
    pause: 'Pause',
    back: 'Back',
    forward: 'Next',
    walk: 'Step through the code',
  },
} satisfies Record<Language, object>

/** Returns a picture for each step of a walk that changes the mesh, without marks for pairs that are opened at once. */
export function picturesOf(steps: readonly Step[], names: Kernel['names'], language: Language): Picture[] {
  const session = Object.keys(steps.at(-1)?.after.sessions ?? {})[0]
  const places = placesOf(steps, session)
  const pictures: Picture[] = []
  let last = ''
  for (const [index, step] of steps.entries()) {
    const mesh = meshOf(step.after, step.after.sessions[session ?? ''] ? session : undefined, step)
    const shown = keyOf(mesh)
    if (shown === last || mesh.local.addresses.length === 0) continue
    last = shown
    const { sentence, more } = sentenceOf(step, { language, names, next: steps[index + 1], line: '' })
    const node = h(MeshPicture, {
      mesh,
      places,
      size,
      words: meshWords(tagOf(language)),
    })
    pictures.push({
      svg: renderToString(node),
      caption: sentence + more,
      step: index + 1,
    })
  }
  return pictures
}

/** What a picture shows, without what is only marked, and without bits of pairs. */
function keyOf({ local, peer, links, arrows }: Mesh): string {
  const addresses = [local, peer].map(({ addresses }) =>
    addresses.map(({ isChanged: _, ...address }) => address),
  )
  const subflows = links.filter(({ kind }) => kind === 'subflow').map(({ name, subflow }) => [name, subflow])
  return JSON.stringify([addresses, subflows, arrows])
}

/**
 * Renders a story before it is played: its last picture, and its buttons.
 *
 * @param island the URL of the module that plays it
 * @param pictures the file of the pictures, beside the module
 * @param walk the id of the walk on the page
 * @param title what the story is about
 */
export function renderStory(
  pictures: readonly Picture[],
  urls: { island: string; pictures: string },
  walk: string,
  title: string,
  language: Language,
): BuiltElement {
  const said = textIn(words, language)
  const last = pictures.at(-1)
  const button = (action: string, mark: string, word: string): VNode => (
    <button type="button" data-action={action} data-mark={mark}>
      <span aria-hidden="true">{mark}</span> {word}
    </button>
  )
  return buildElement(
    <full-mesh-story
      class="story"
      id="story"
      data-island={urls.island}
      data-pictures={urls.pictures}
      data-pause={said.pause}
      data-play={said.play}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the build has made it */}
      <div class="story__picture" dangerouslySetInnerHTML={{ __html: last?.svg ?? '' }} />
      <p class="story__caption" role="status">
        {title}
      </p>
      <div class="story__bar" data-needs-js="">
        {button('play', '▶', said.play)}
        {button('back', '←', said.back)}
        {button('forward', '→', said.forward)}
        <output class="story__count" />
        <a class="story__walk" href={`#${walk}.1`}>
          {said.walk}
        </a>
      </div>
    </full-mesh-story>,
  )
}
