import { expect, test } from 'vitest'
import { connect } from '../host/sessions.ts'
import { boot } from './boot.ts'
import { openExtraSubflows } from './extra-subflows.ts'
import { setParameter } from './parameters.ts'

test('num_subflows is the number of subflows of a pair, the first one included', () => {
  const opened = [-1, 0, 1, 2, 5].map((wanted) => {
    const machine = boot({ eth0: ['10.0.1.1'] })
    const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
    setParameter(machine, 'num_subflows', wanted)
    openExtraSubflows(
      c1,
      { address: '10.0.1.1', id: 2, lowPrio: false, ifindex: 2 },
      { address: '10.9.1.1', port: 0, id: 0 },
    )
    return c1.subflows.length - 1
  })

  expect(opened).toEqual([0, 0, 0, 1, 4])
})
