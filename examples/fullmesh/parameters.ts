import { Invalid } from '../kernel/invalid.ts'
import type { Machine } from '../kernel/machine.ts'

/** The module's parameters, and what they are when nobody sets them. */
const defaults = { num_subflows: 1, create_on_err: 0 }

/**
 * More subflows per pair than a session can have in all: the kernel has 63
 * indices for them.
 */
const LIMIT = 64

/**
 * Sets a module parameter, as a write to
 * /sys/module/mptcp_fullmesh/parameters does; it counts from the next use
 * on.
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
 * How many subflows to open for each pair of addresses.
 * @see mptcp_fullmesh.c:95 `num_subflows`
 */
export function numSubflows(machine: Machine): number {
  return (
    machine.moduleParameters.get('num_subflows') ?? defaults.num_subflows
  )
}

/**
 * Whether a subflow that failed is tried again.
 * @see mptcp_fullmesh.c:99 `create_on_err`
 */
export function createOnErr(machine: Machine): boolean {
  return (
    (machine.moduleParameters.get('create_on_err') ??
      defaults.create_on_err) !== 0
  )
}
