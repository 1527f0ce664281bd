import type { VNode } from 'preact'
import { description } from '../../recorder/state.ts'
import { History, isChangedBy } from './Facts.tsx'
import type { Shown } from './panel.tsx'
import { isFree } from './State.tsx'
import { Marked } from './Text.tsx'

const families = ['v4', 'v6'] as const
const locals = description.of.namespaces.item.of.local.of
const { subflows } = description.of.sessions.item.of

type SubflowEntry = [
  name: string,
  subflow: Shown['scene']['step']['after']['sessions'][string]['subflows'][string],
]

/** The subflows of the session. */
export function Subflows({ of, ...props }: { of: SubflowEntry[] } & Shown): VNode {
  const { scene, course, view, words } = props
  return (
    <>
      <h4>{words.subflows}</h4>
      <ul class="stage__list">
        {of.map(([name, subflow]) => {
          const { source, destination, destinationPort, localId, remoteId, state } = subflow
          const path = ['sessions', scene.session ?? '', 'subflows', name]
          const flags = Object.entries(subflows.item.of)
            .filter(([field]) => subflow[field as keyof typeof subflow] === true)
            .map(([, { label }]) => label)
          return (
            <li>
              <code>{name}</code>{' '}
              <Marked is={isChangedBy(scene.step.changes, path)}>
                <code>{`${source} → ${destination}:${destinationPort}`}</code>{' '}
                <small>{`id ${localId} → ${remoteId}`}</small> <b>{state}</b> <small>{flags.join(' ')}</small>
              </Marked>
              <History path={path} name={name} course={course} view={view} words={words} />
            </li>
          )
        })}
      </ul>
      {of.length === 0 && <p class="walk__calm">{words.none}</p>}
    </>
  )
}

/** The slots of local addresses of a namespace. */
export function Slots({ net, ...props }: { net: string } & Shown): VNode {
  const { scene, course, view, words } = props
  const rows = families.flatMap((family) => {
    const { item } = locals[family].of.slots
    const { bits: used, slots } = scene.step.after.namespaces[net]?.local[family] ?? { bits: 0, slots: {} }
    return Object.entries(slots).map(([slot, held]) => {
      const path = ['namespaces', net, 'local', family, 'slots', slot]
      const free = isFree(used, slot)
      const name = item.name?.(slot) ?? slot
      return (
        <li class={free ? 'walk__free' : undefined}>
          <code>{name}</code>{' '}
          <Marked is={isChangedBy(scene.step.changes, path)}>
            <code>{item.show?.(held) as string}</code>
            {free && <em> {words.released}</em>}
          </Marked>
          <History path={path} name={name} course={course} view={view} words={words} />
        </li>
      )
    })
  })
  return (
    <>
      <h4>{words.locals}</h4>
      <ul class="stage__list">{rows}</ul>
      {rows.length === 0 && <p class="walk__calm">{words.none}</p>}
    </>
  )
}
