/** What mainline's path manager was recorded to do, as `reference/lab` holds it: `tools/lab` makes it from a recording. */

export type Side = 'client' | 'server'

/** One recording, as the pages show it. Times are milliseconds after the first SYN. */
export interface LabRecording {
  id: string
  kernel: string
  iproute2: string
  /** What `ip mptcp endpoint show` printed when the connection was opened. */
  endpoints: Record<Side, string[]>
  /** What else had been set before. */
  setup: { side: string; command: string }[]
  events: Event[]
  /** Subflows that each side still had just before the application closed the connection. */
  alive: Record<Side, number>
  /** Counters of what failed unseen by the wire, as `nstat` names them without their `MPTcpExt`. */
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
      /** Only if it is not that of the first subflow. */
      port?: number
      join: boolean
      localId?: number
      remoteId?: number
      backup?: true
      peerBackup?: true
      outcome: 'established' | 'refused' | 'no answer'
      /** When the SYN was sent again. */
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

/** A recording as lines of JSON: first all but the events, then an event to a line. */
export function formatRecording({ events, ...rest }: LabRecording): string {
  return [rest, ...events].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Reads what {@link formatRecording} wrote. */
export function parseRecording(text: string): LabRecording {
  const [rest, ...events] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { ...rest, events }
}
