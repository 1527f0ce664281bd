import type { VNode } from 'preact'
import type { Family } from '../../../examples/kernel/inet.ts'
import { withPort } from '../../mesh/mesh.ts'
import type { Path } from '../../recorder/diff.ts'
import { bits, description, type PrivateState } from '../../recorder/state.ts'
import { isChangedBy } from './changed.ts'
import { PanelHead, type ShownLater } from './panel.tsx'
import { Marked } from './Text.tsx'

const families = ['v4', 'v6'] as const
const { sessions } = description.of
const { private: kept } = sessions.item.of

/** Whether a slot is free: it keeps its content. */
export function isFree(bits: number, slot: string): boolean {
  return !((bits >> Number(slot)) & 1)
}

const bitFields = ['bitfield', 'retryBitfield'] as const
const pairMarks = { opened: '✓', retry: '↻', untried: '·' } as const

/** The tables of pairs of the session, one for each family: local slots are columns, remote slots are rows. */
export function PairsPanel(props: ShownLater): VNode | null {
  const { scene, words } = props
  const state = scene.session === undefined ? undefined : scene.step.after.sessions[scene.session]?.private
  const tables = families.filter((family) => Object.keys(state?.remotes[family].slots ?? {}).length > 0)
  return (
    <section class="stage__panel stage__pairs" data-panel="pairs" data-pane="state">
      <PanelHead title={words.pairs}>
        <span class="stage__aside">
          {(['opened', 'retry', 'untried'] as const).map((kind) => (
            <span data-pair={kind}>
              <span aria-hidden="true">{pairMarks[kind]}</span> {words[kind]}{' '}
            </span>
          ))}
        </span>
      </PanelHead>
      {state && tables.length > 0 ? (
        tables.map((family) => (
          <>
            <Pairs family={family} state={state} {...props} />
            {props.view.isNarrow && <BitList family={family} state={state} {...props} />}
          </>
        ))
      ) : (
        <p class="walk__calm">{words.none}</p>
      )}
    </section>
  )
}

function Pairs({ family, state, ...props }: { family: Family; state: PrivateState } & ShownLater): VNode {
  const { scene, words } = props
  const { step, session = '' } = scene
  const { slots, bits: used } = state.remotes[family]
  const remotes = Object.entries(slots)
  const net = step.after.sessions[session]?.namespace ?? ''
  const local = step.after.namespaces[net]?.local[family]
  const seen = remotes.reduce((sum, [, { bitfield, retryBitfield }]) => sum | bitfield | retryBitfield, 0)
  const columns = [0, 1, 2, 3, 4, 5, 6, 7].filter((slot) => local?.slots[slot] || (seen >> slot) & 1)
  const n = family.slice(1)
  const { item } = kept.of.remotes.of[family].of.slots
  return (
    <table class="walk__pairs">
      <caption class="walk__sr">{words.pairsOf(session, family === 'v4' ? 'IPv4' : 'IPv6')}</caption>
      <thead>
        <tr>
          <th scope="col">
            IPv{n}
            <span class="walk__sr">{` remaddr${n} ╲ locaddr${n}`}</span>
          </th>
          {columns.map((slot) => (
            <th scope="col" title={local?.slots[slot]?.address}>
              <span class="walk__sr">{words.slot} </span>
              {slot}
              <span class="walk__sr"> {local?.slots[slot]?.address}</span>
            </th>
          ))}
          {!props.view.isNarrow &&
            bitFields.map((field) => (
              <th scope="col" class="walk__bits">
                {item.of[field].label as string}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {remotes.map(([slot, remote]) => {
          const at: Path = ['sessions', session, 'private', 'remotes', family, 'slots', slot]
          const old = step.before.sessions[session]?.private?.remotes[family].slots[slot]
          const free = isFree(used, slot)
          return (
            <tr class={free ? 'walk__free' : undefined}>
              <th scope="row">
                <span class="walk__sr">{words.remoteSlot} </span>
                <Marked is={isChangedBy(step.changes, [...at, 'address'])}>
                  {`${slot} · ${withPort(remote.address, remote.port)}`}
                </Marked>
                {free && <em> {words.released}</em>}
              </th>
              {columns.map((column) => {
                const bit = 1 << column
                const isUsed = ((local?.bits ?? 0) & bit) !== 0
                const isChanged = bitFields.some((field) => ((old?.[field] ?? 0) ^ remote[field]) & bit)
                const kind =
                  remote.retryBitfield & bit ? 'retry' : remote.bitfield & bit ? 'opened' : 'untried'
                if (kind === 'untried' && !isUsed && !isChanged)
                  return (
                    <td>
                      <span class="walk__sr">{words.released}</span>
                    </td>
                  )
                return (
                  <td data-pair={kind} data-changed={isChanged || undefined}>
                    <span aria-hidden="true">{isChanged ? `◆${pairMarks[kind]}` : pairMarks[kind]}</span>
                    <span class="walk__sr">{words[kind]}</span>
                  </td>
                )
              })}
              {!props.view.isNarrow &&
                bitFields.map((field) => (
                  <td class="walk__bits">
                    <BitField path={[...at, field]} value={remote[field]} {...props} />
                  </td>
                ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The bit fields of a family, below its table: there is no room beside it on a phone. */
function BitList({ family, state, ...props }: { family: Family; state: PrivateState } & ShownLater): VNode {
  const { item } = kept.of.remotes.of[family].of.slots
  return (
    <dl class="walk__facts stage__bitlist">
      {Object.entries(state.remotes[family].slots).flatMap(([slot, remote]) =>
        bitFields.map((field) => (
          <div>
            <dt>{`[${slot}].${item.of[field].label}`}</dt>
            <dd>
              <BitField
                path={[
                  'sessions',
                  props.scene.session ?? '',
                  'private',
                  'remotes',
                  family,
                  'slots',
                  slot,
                  field,
                ]}
                value={remote[field]}
                {...props}
              />
            </dd>
          </div>
        )),
      )}
    </dl>
  )
}

/** Eight digits, which lead to the step that last changed them. */
function BitField({
  path,
  value,
  course,
  view,
  words,
  scene,
}: { path: Path; value: number } & Pick<ShownLater, 'course' | 'view' | 'words' | 'scene'>): VNode {
  const before = course.history.of(path).findLast((index) => index < view.index)
  const text = bits(value).slice(2)
  const shown = <Marked is={isChangedBy(scene.step.changes, path)}>{text}</Marked>
  if (before === undefined) return shown
  return (
    <button
      type="button"
      class="stage__bits"
      data-action="goto"
      data-step={before + 1}
      title={words.lastChange(path.at(-1) ?? '', before + 1)}
    >
      {shown}
    </button>
  )
}
