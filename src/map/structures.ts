import type { Language } from '../../reference/languages.ts'
import { type guards, layouts } from '../../reference/layouts.ts'

/** A struct in the picture. Its fields and their locks come from `reference/layouts.ts`. */
export interface StructBox {
  struct: keyof typeof layouts
  /** The page about it. */
  page: string
  column: 'left' | 'right'
  /** The upper edge, in units of the picture. */
  y: number
  /** How many there are, and where they are allocated and freed, line by line. */
  owner: Readonly<Record<Language, readonly string[]>>
}

/** A field that leads to another struct: it contains it, or points to it. */
export interface Reference {
  from: keyof typeof layouts
  field: string
  to: keyof typeof layouts
  kind: 'contains' | 'points to'
}

/** Units of the picture, which is 444 wide. */
export const sizes = { width: 444, box: 200, title: 22, owner: 16, row: 19, pad: 6 }

export const structBoxes: readonly StructBox[] = [
  {
    struct: 'mptcp_fm_ns',
    page: 'structures/fm-ns/',
    column: 'left',
    y: 34,
    owner: {
      zh: ['每个网络命名空间一个', 'init 中分配，exit 中释放'],
      en: ['one per network namespace', 'allocated in init, freed in exit'],
    },
  },
  {
    struct: 'mptcp_loc_addr',
    page: 'structures/loc-addr/',
    column: 'left',
    y: 210,
    owner: {
      zh: ['每个命名空间一张，只替换不修改', '旧表在 RCU 宽限期之后释放'],
      en: ['one per namespace, replaced', 'by copy; old one: kfree_rcu()'],
    },
  },
  {
    struct: 'mptcp_loc4',
    page: 'structures/loc-addr/',
    column: 'left',
    y: 424,
    owner: { zh: ['每张表八个；mptcp_loc6 相同'], en: ['8 per table, like mptcp_loc6'] },
  },
  {
    struct: 'mptcp_addr_event',
    page: 'structures/addr-event/',
    column: 'left',
    y: 566,
    owner: {
      zh: ['每个待处理事件一个', 'add_pm_event 分配，工作函数释放'],
      en: ['one per event; add_pm_event', 'allocates, the worker frees'],
    },
  },
  {
    struct: 'fullmesh_priv',
    page: 'structures/fullmesh-priv/',
    column: 'right',
    y: 34,
    owner: {
      zh: ['每个会话一个', '位于控制块中，随控制块释放'],
      en: ['one per session, inside its', 'control block and freed with it'],
    },
  },
  {
    struct: 'fullmesh_rem4',
    page: 'structures/remotes/',
    column: 'right',
    y: 424,
    owner: {
      zh: ['每个会话八个', 'fullmesh_rem6 的字段相同'],
      en: ['8 per session; fullmesh_rem6', 'has the same fields'],
    },
  },
]

export const references: readonly Reference[] = [
  { from: 'mptcp_fm_ns', field: 'local', to: 'mptcp_loc_addr', kind: 'points to' },
  { from: 'mptcp_fm_ns', field: 'events', to: 'mptcp_addr_event', kind: 'points to' },
  { from: 'mptcp_loc_addr', field: 'locaddr4', to: 'mptcp_loc4', kind: 'contains' },
  { from: 'fullmesh_priv', field: 'remaddr4', to: 'fullmesh_rem4', kind: 'contains' },
]

/** The mark of each kind of protection. Those of tables of functions are in no struct of the picture. */
export const marks: Readonly<Partial<Record<keyof typeof guards, string>>> = {
  meta: 'M',
  local: 'L',
  rcu: 'R',
  frozen: 'P',
  retired: 'G',
  once: '1',
  queue: 'Q',
}

/** Returns the height of a box, with all of its fields. */
export function heightOf({ struct, owner }: StructBox): number {
  return (
    sizes.title + linesOf(owner) * sizes.owner + layouts[struct].fields.length * sizes.row + sizes.pad * 2
  )
}

/** Returns the number of lines about the owner that have room, the same in each language. */
export function linesOf(owner: StructBox['owner']): number {
  return Math.max(...Object.values(owner).map(({ length }) => length))
}
