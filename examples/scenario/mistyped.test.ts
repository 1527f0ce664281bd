import { expect, test } from 'vitest'
import { mistyped } from './mistyped.ts'

const errors = ['ENETDOWN', 'ENETUNREACH', 'EHOSTUNREACH']

test.each([
  ['ENETUNREACHE', 'ENETUNREACH'],
  ['ENETUNRAECH', 'ENETUNREACH'],
  ['enetdwn', 'ENETDOWN'],
  ['EHOSTUNRCH', 'EHOSTUNREACH'],
])('"%s" is answered with the choice that it is nearest to, %s', (word, choice) => {
  expect(mistyped('error', word, errors).message).toBe(
    `no error "${word}" (errors: ENETDOWN, ENETUNREACH, EHOSTUNREACH): did you mean "${choice}"?`,
  )
})

test.each(['EFOO', 'hello', ''])('"%s" is near to none: only the choices are listed', (word) => {
  expect(mistyped('error', word, errors).message).toBe(
    `no error "${word}" (errors: ENETDOWN, ENETUNREACH, EHOSTUNREACH)`,
  )
})
