import { readCallStacks, type Stack, stacksFile } from '../../../reference/call-stacks.ts'
import type { MarkedPage, PageElement } from '../../notes/element.ts'
import { generatedModule } from '../../notes/generated.ts'

/** Returns the ids in `of="new_session-01 new_session-12"`. */
export const stackIds = (of: string) => of.split(/\s+/)

/** Returns the name of the generated data of these call stacks. */
export const callStacksName = (ids: readonly string[]) => ids.join('+')

/** `<CallStack of="new_session-01 new_session-12" />`: call stacks of one function, the first open, the others folded. */
export const callStackElement: PageElement<{ of: string }> = {
  name: 'CallStack',
  usage: '<CallStack of="ID" /> or <CallStack of="ID ID" />',
  required: ['of'],
  once: ({ of }) => stackIds(of),
  data: ({ of }) => generatedModule('call-stacks', callStacksName(stackIds(of))),
  checks(siteDir) {
    const { stacks } = readCallStacks(siteDir)
    const known = stacks.map(({ id }) => id)
    return {
      names: ({ of }) => stackIds(of).map((name) => ({ what: 'call stack', name, known })),
      shown: stacks.map(({ at, id }) => ({
        what: `the call stack "${id}"`,
        place: `${stacksFile}:${at}`,
        isIn: ({ of }) => stackIds(of).includes(id),
      })),
      missing: (pages) => checkTargets(pages, stacks),
    }
  },
}

/** The page about each op, notifier, worker and hook, by the target of its call stacks. */
const pagesOfTargets: Record<string, string> = {
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

/** Checks that the page of every op, notifier, worker and hook shows one of its call stacks. */
export function checkTargets(pages: readonly MarkedPage[], stacks: readonly Stack[]): string[] {
  return Object.entries(pagesOfTargets).flatMap(([target, name]) => {
    const ids = stacks.filter((stack) => stack.target === target).map(({ id }) => id)
    const page = pages.find((page) => page.name === name)
    const shown = page?.mentions.filter(({ name }) => name === 'CallStack') ?? []
    if (shown.some(({ attributes }) => stackIds(attributes.of ?? '').some((id) => ids.includes(id))))
      return []
    return [`${page?.file ?? name}:1: no call stack of ${target} (there are: ${ids.join(', ') || 'none'})`]
  })
}
