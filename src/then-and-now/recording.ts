/** The format of the recordings of mainline in `reference/lab`. `tools/lab` writes them. */

export type Side = 'client' | 'server'

/** A recording of mainline's path manager, as pages show it. Times are in ms after the first SYN. */
export interface LabRecording {
  id: string
  kernel: string
  iproute2: string
  /** Output of `ip mptcp endpoint show` when the connection was opened. */
  endpoints: Record<Side, string[]>
  /** Other commands that were run before. */
  setup: { side: string; command: string }[]
  events: Event[]
  /** Numbers of subflows just before the application closed the connection. */
  alive: Record<Side, number>
  /** Counters of failures without a packet, as `nstat` names them, without `MPTcpExt`. */
  failures: Partial<Record<Side, Record<string, number>>>
}

export type Event = { at: number } & (
  | { what: 'run'; side: string; command: string; error?: string }
  | {
      what: 'open'
      side: Side
      subflow: number
      from: string
      to: string
      /** Absent if it is that of the first subflow. */
      port?: number
      join: boolean
      localId?: number
      remoteId?: number
      backup?: true
      peerBackup?: true
      outcome: 'established' | 'refused' | 'no answer'
      /** Times at which the SYN was sent again, in ms. */
      again?: number[]
    }
  | { what: 'close'; side: Side; subflows: number[]; by: 'FIN' | 'RST' }
  | { what: 'gone'; side: Side; from: string; to: string; error: number }
  | { what: 'announce'; side: Side; id: number; address: string; port?: number; echo?: true }
  | { what: 'remove'; side: Side; ids: number[]; subflow: number }
  | { what: 'prio'; side: Side; subflow: number; backup: boolean }
  | { what: 'fastclose'; side: Side; subflows: number[] }
  | { what: 'flags'; side: Side; flags: string }
  | { what: 'end'; side: Side }
)

/** Formats a recording as lines of JSON: first everything but the events, then one event per line. */
export function formatRecording({ events, ...rest }: LabRecording): string {
  return [rest, ...events].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Parses the lines that {@link formatRecording} returns. */
export function parseRecording(text: string): LabRecording {
  const [rest, ...events] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { ...rest, events }
}
