import { expect, test } from 'vitest'
import { connect } from '../host/sessions.ts'
import { fail } from '../host/subflows.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { changePriority } from './change-priority.ts'

test('MP_PRIO is sent if the backup flag changes, and only then', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const master = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
    .master as Subflow

  changePriority(master, true)
  changePriority(master, true)
  changePriority(master, false)

  expect(machine.log.slice(1)).toEqual([
    '[500] ack c1/0: DSS MP_PRIO(1) size=24',
    '[500] ack c1/0: DSS MP_PRIO(0) size=24',
  ])
})

test('on a closed subflow the backup flag is set, but no MP_PRIO is sent', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const master = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
    .master as Subflow
  fail(master, 'ECONNRESET')
  machine.log.length = 0

  changePriority(master, true)

  expect(machine.log).toEqual([])
  expect(master).toMatchObject({ lowPrio: true, sendMpPrio: true })
})
