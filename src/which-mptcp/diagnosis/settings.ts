import type { Fact, Facts } from './facts.ts'
import type { Finding } from './finding.ts'

export type SettingId =
  | 'set-v0-off'
  | 'set-v0-on'
  | 'set-v0-other'
  | 'set-v0-path-manager'
  | 'set-v0-scheduler'
  | 'set-v0-checksum-off'
  | 'set-v0-checksum-on'
  | 'set-v0-version'
  | 'set-num-subflows'
  | 'set-create-on-err'
  | 'set-address'
  | 'set-address-backup'
  | 'set-session'
  | 'set-off'
  | 'set-on'
  | 'set-path-manager'
  | 'set-scheduler'
  | 'set-checksum-off'
  | 'set-checksum-on'
  | 'set-limits'
  | 'set-endpoint'
  | 'set-endpoint-plain'
  | 'set-no-endpoint'
  | 'set-session-of-limit'
  | 'set-session-fallback'

type Read = { id: SettingId; values?: readonly string[] } | undefined

const zeroOrOne = (value: string, off: SettingId, on: SettingId): Read => ({ id: value === '0' ? off : on })

/** What a sysctl sets. */
const sysctls: Readonly<Record<string, (value: string) => Read>> = {
  mptcp_enabled: (value) =>
    value === '0'
      ? { id: 'set-v0-off' }
      : value === '1'
        ? { id: 'set-v0-on' }
        : { id: 'set-v0-other', values: [value] },
  mptcp_path_manager: (value) => ({ id: 'set-v0-path-manager', values: [value] }),
  mptcp_scheduler: (value) => ({ id: 'set-v0-scheduler', values: [value] }),
  mptcp_checksum: (value) => zeroOrOne(value, 'set-v0-checksum-off', 'set-v0-checksum-on'),
  mptcp_version: (value) => ({ id: 'set-v0-version', values: [value] }),
  enabled: (value) => zeroOrOne(value, 'set-off', 'set-on'),
  path_manager: (value) => ({ id: 'set-path-manager', values: [value] }),
  pm_type: (value) => ({ id: 'set-path-manager', values: [value === '1' ? 'userspace' : 'kernel'] }),
  scheduler: (value) => ({ id: 'set-scheduler', values: [value] }),
  checksum_enabled: (value) => zeroOrOne(value, 'set-checksum-off', 'set-checksum-on'),
}

const parameters: Readonly<Record<string, SettingId>> = {
  num_subflows: 'set-num-subflows',
  create_on_err: 'set-create-on-err',
}

/** Returns what the text shows of the configuration, in the order of its lines. */
export function findSettings(facts: Facts): Finding<SettingId>[] {
  return facts.all.flatMap((fact) => {
    const read = readSetting(fact, facts)
    return read ? [{ id: read.id, values: read.values ?? [], facts: [fact] }] : []
  })
}

function readSetting({ says, stack, line }: Fact, facts: Facts): Read {
  switch (says.kind) {
    case 'sysctl': {
      // Of several values the last holds; `path_manager` of newer kernels says the same as `pm_type`.
      const isLast = facts.sysctl(says.name)?.line === line
      const isTwice = says.name === 'pm_type' && facts.sysctl('path_manager') !== undefined
      const read = Object.hasOwn(sysctls, says.name) ? sysctls[says.name] : undefined
      return isLast && !isTwice ? read?.(says.value) : undefined
    }
    case 'parameter': {
      const id = Object.hasOwn(parameters, says.name) ? parameters[says.name] : undefined
      return id && facts.parameter(says.name)?.line === line
        ? { id, values: [String(says.value)] }
        : undefined
    }
    case 'address': {
      const { slot, id, isBackup, address, device } = says
      return { id: isBackup ? 'set-address-backup' : 'set-address', values: [address, slot, id, device] }
    }
    case 'endpoint': {
      const { address, id, flags } = says
      return flags.length > 0
        ? { id: 'set-endpoint', values: [address, id, flags.join(' ')] }
        : { id: 'set-endpoint-plain', values: [address, id] }
    }
    case 'nothing':
      return { id: 'set-no-endpoint' }
    case 'limits':
      return { id: 'set-limits', values: [String(says.subflows), String(says.accepted)] }
    case 'session': {
      if (says.fellBack) return { id: 'set-session-fallback' }
      const { subflows, limit } = says
      if (stack === 'v0') return { id: 'set-session', values: [String(subflows)] }
      return limit === undefined
        ? { id: 'set-session', values: [String(subflows + 1)] }
        : { id: 'set-session-of-limit', values: [String(subflows), String(limit)] }
    }
    default:
      return undefined
  }
}
