import { Invalid } from '../kernel/invalid.ts'
import type { Machine } from '../kernel/machine.ts'

/** The module's parameters, with their default values. */
const defaults = { num_subflows: 1, create_on_err: 0 }

/**
 * The largest absolute value of either parameter. The kernel has 63 indices
 * for the subflows of a session, so a larger number has no use.
 */
const LIMIT = 64

/**
 * Sets a module parameter, like a write to
 * /sys/module/mptcp_fullmesh/parameters. The path manager reads the value
 * each time it uses it.
 *
 * @param value -64 to 64
 * @throws Invalid for another parameter or value
 */
export function setParameter(
  machine: Machine,
  name: string,
  value: number,
): void {
  if (!Object.hasOwn(defaults, name))
    throw new Invalid(
      `no parameter "${name}" (parameters: ${Object.keys(defaults).join(', ')})`,
    )
  if (!Number.isInteger(value) || Math.abs(value) > LIMIT) {
    throw new Invalid(
      `${name} takes a whole number from -${LIMIT} to ${LIMIT} here, not ${value}`,
    )
  }
  machine.moduleParameters.set(name, value)
}

/**
 * The number of subflows for each pair of addresses.
 * @see mptcp_fullmesh.c:95 `num_subflows`
 */
export function numSubflows(machine: Machine): number {
  return (
    machine.moduleParameters.get('num_subflows') ?? defaults.num_subflows
  )
}

/**
 * Whether the pair of a deleted subflow may be used again.
 * @see mptcp_fullmesh.c:99 `create_on_err`
 */
export function createOnErr(machine: Machine): boolean {
  return (
    (machine.moduleParameters.get('create_on_err') ??
      defaults.create_on_err) !== 0
  )
}
