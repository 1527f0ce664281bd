import type { VNode } from 'preact'
import { description } from '../../recorder/state.ts'
import { isChangedBy } from './changed.ts'
import { Facts, factsOf, History } from './Facts.tsx'
import { isFree, PairsPanel } from './Pairs.tsx'
import { PanelHead, type ShownLater } from './panel.tsx'
import { Marked } from './Text.tsx'

const families = ['v4', 'v6'] as const
const { namespaces, sessions } = description.of
const locals = namespaces.item.of.local.of
const { private: kept, subflows } = sessions.item.of

/** The pairs and the state. */
export function StatePanels(props: ShownLater): VNode {
  return (
    <>
      <PairsPanel {...props} />
      <StatePanel {...props} />
    </>
  )
}

/** The state of the session and of its namespace. */
function StatePanel(props: ShownLater): VNode {
  const { scene, words } = props
  const { step, session } = scene
  const { after } = step
  const of = session === undefined ? undefined : after.sessions[session]
  const net = of?.namespace ?? Object.keys(after.namespaces)[0]
  const namespace = net === undefined ? undefined : after.namespaces[net]
  const root = ['sessions', session ?? '']
  const facts = [
    ...(of?.private ? factsOf(kept, of.private, [...root, 'private'], props) : []),
    ...(of ? factsOf(sessions.item, of, root, props) : []),
    ...(namespace ? factsOf(namespaces.item, namespace, ['namespaces', net ?? ''], props) : []),
  ]
  return (
    <section class="stage__panel stage__state" data-panel="state" data-pane="state">
      <PanelHead
        title={
          <>
            {words.state} <code>{session ?? net}</code>
          </>
        }
      >
        <span class="stage__aside">{words.legend}</span>
      </PanelHead>
      <section class="stage__scroll" tabIndex={0} aria-label={words.state}>
        <Facts facts={facts} {...props} />
        {of && <Subflows of={Object.entries(of.subflows)} {...props} />}
        {namespace && net !== undefined && <Slots net={net} {...props} />}
      </section>
    </section>
  )
}

type SubflowEntry = [
  name: string,
  subflow: ShownLater['scene']['step']['after']['sessions'][string]['subflows'][string],
]

function Subflows({ of, ...props }: { of: SubflowEntry[] } & ShownLater): VNode {
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

function Slots({ net, ...props }: { net: string } & ShownLater): VNode {
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
