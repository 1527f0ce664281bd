import type { Subflow } from '../kernel/subflow.ts'
import { machineWith } from '../kernel/test-machine.ts'
import { receiveJoin } from './peer.ts'
import { accept } from './sessions.ts'

/** A session with its initial subflow and a joined one. The path manager prints when a subflow is deleted. */
export function sessionWithTwo() {
  const machine = machineWith({
    deleteSubflow: ({ name, session: { master, subflows } }) =>
      machine.print(`bye ${name}, listed ${subflows.length}, master ${master?.name ?? 'gone'}`),
  })
  const session = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  const joined = receiveJoin(session, '10.0.1.1', '10.9.2.1:4001', 1) as Subflow
  machine.log.length = 0
  return { machine, session, joined, master: session.master as Subflow }
}
