import { findElements, folders, type Node, nearest, readPages } from '../../notes/pages.ts'
import { type Stack, stacksFile } from '../../../reference/call-stacks.ts'

/** A `<CallStack of="…" />` in a page. */
export interface Mention {
  page: string
  line: number
  ids: string[]
}

/** The page that tells of each op, notifier, worker and hook, by what call stacks name as their target. */
export const homes: Record<string, string> = {
  new_session: 'ops/new-session.mdx',
  release_sock: 'ops/release-sock.mdx',
  fully_established: 'ops/create-subflows.mdx',
  new_remote_address: 'ops/create-subflows.mdx',
  get_local_id: 'ops/get-local-id.mdx',
  addr_signal: 'ops/addr-signal.mdx',
  add_raddr: 'ops/add-raddr.mdx',
  rem_raddr: 'ops/rem-raddr.mdx',
  delete_subflow: 'ops/delete-subflow.mdx',
  mptcp_pm_inetaddr_event: 'notifiers/inetaddr.mdx',
  inet6_addr_event: 'notifiers/inet6addr.mdx',
  netdev_event: 'notifiers/netdev.mdx',
  create_subflow_worker: 'workers/create-subflow-worker.mdx',
  retry_subflow_worker: 'workers/retry-subflow-worker.mdx',
  mptcp_address_worker: 'workers/address-worker.mdx',
  full_mesh_register: 'lifecycle/module.mdx',
  full_mesh_unregister: 'lifecycle/module.mdx',
  mptcp_fm_init_net: 'lifecycle/namespaces.mdx',
  mptcp_fm_exit_net: 'lifecycle/namespaces.mdx',
  mptcp_fm_seq_show: 'lifecycle/proc.mdx',
}

/** Finds the call stacks that the page at `path` shows, in order. */
export function findMentions(path: string, source: string): Mention[] {
  return findElements('CallStack', source).map((node) => mention(node, path))
}

/**
 * What a `<CallStack … />` says.
 *
 * @throws if it says something else than `of`, or not as a plain string
 */
export function mention(node: Node, page: string): Mention {
  const line = node.position?.start.line ?? 1
  const [of, more] = node.attributes ?? []
  const ids = of?.name === 'of' && typeof of.value === 'string' ? of.value.split(/\s+/).filter(Boolean) : []
  if (ids.length === 0 || more) {
    throw new Error(`${page}:${line}: <CallStack> takes of="…" and nothing else: ids from ${stacksFile}`)
  }
  return { page, line, ids }
}

/** Checks that every call stack a page names is there. Returns one message for each that is not. */
export function checkNames(mentions: Mention[], stacks: Stack[]): string[] {
  const known = stacks.map(({ id }) => id)
  return mentions.flatMap(({ page, line, ids }) =>
    ids
      .filter((id) => !known.includes(id))
      .map((id) => `${page}:${line}: there is no call stack "${id}"${nearest(id, known)}`),
  )
}

/** Checks that a page shows no call stack twice, since its steps have addresses. Returns one message for each that it does. */
export function checkOnce(mentions: Mention[]): string[] {
  const seen = new Map<string, number>()
  return mentions.flatMap(({ page, line, ids }) =>
    ids.flatMap((id) => {
      const first = seen.get(id)
      seen.set(id, first ?? line)
      return first ? [`${page}:${line}: line ${first} has the call stack "${id}" already`] : []
    }),
  )
}

/** Checks that the page of every op, notifier, worker and hook shows how it is reached. */
export function checkHomes(folder: string, pages: Map<string, Mention[]>, stacks: Stack[]): string[] {
  return Object.entries(homes).flatMap(([target, name]) => {
    const ids = stacks.filter((stack) => stack.target === target).map(({ id }) => id)
    const shown = pages.get(name)?.flatMap((mention) => mention.ids) ?? []
    if (shown.some((id) => ids.includes(id))) return []
    return [`${folder}/${name}:1: no call stack of ${target} (there are: ${ids.join(', ') || 'none'})`]
  })
}

/** Checks that every call stack is shown by some page. */
export function checkAllShown(mentions: Mention[], stacks: Stack[]): string[] {
  const shown = new Set(mentions.flatMap(({ ids }) => ids))
  return stacks
    .filter(({ id }) => !shown.has(id))
    .map(({ at, id }) => `${stacksFile}:${at}: no page shows the call stack "${id}"`)
}

/** Checks that two pages in two languages show the same call stacks in the same order. */
export function checkPair(page: string, mentions: Mention[], otherPage: string, others: Mention[]): string[] {
  const length = Math.max(mentions.length, others.length)
  for (let index = 0; index < length; index++) {
    const [mine, other] = [mentions[index], others[index]]
    if (mine?.ids.join() === other?.ids.join()) continue
    const what = (mention: Mention | undefined, page: string) =>
      mention ? `${page}:${mention.line} shows "${mention.ids.join(' ')}"` : `${page}:1 shows no more`
    return [`${what(mine, page)}, ${what(other, otherPage)}: a page and its pair show the same call stacks`]
  }
  return []
}

/**
 * Checks all pages of the site in `siteDir` against the call stacks.
 *
 * @returns one message for each thing that is wrong, beginning with a file and a line
 */
export function checkPages(siteDir: string, stacks: Stack[]): string[] {
  const docs = mentionsIn(siteDir, folders.zh)
  const pairs = mentionsIn(siteDir, folders.en)
  return [
    ...checkNames([...docs.values(), ...pairs.values()].flat(), stacks),
    ...[...docs.values(), ...pairs.values()].flatMap(checkOnce),
    ...checkHomes(folders.zh, docs, stacks),
    ...checkAllShown([...docs.values()].flat(), stacks),
    ...[...docs].flatMap(([name, mentions]) => {
      const pair = pairs.get(name)
      return pair ? checkPair(`${folders.zh}/${name}`, mentions, `${folders.en}/${name}`, pair) : []
    }),
  ]
}

/** The ids of the call stacks that pages show in one place, for each such place. */
export function shownTogether(siteDir: string): string[][] {
  return [...mentionsIn(siteDir, folders.zh).values()].flat().map(({ ids }) => ids)
}

function mentionsIn(siteDir: string, folder: string): Map<string, Mention[]> {
  const pages = [...readPages(siteDir, folder)]
  return new Map(pages.map(([name, source]) => [name, findMentions(`${folder}/${name}`, source)]))
}
