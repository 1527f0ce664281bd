import type { Line } from './input.ts'
import type { RecogniserName } from './recognisers.ts'

/** The two implementations: `v0` is the kernel of multipath-tcp.org, whose releases are v0.x. */
export type Stack = 'v0' | 'mainline'

/** What a line says. */
export type Observation =
  | { kind: 'banner'; release: string }
  | { kind: 'kernel'; release: string; major: number; minor: number }
  | { kind: 'sysctl'; name: string; value: string }
  | { kind: 'parameter'; name: string; value: number }
  | { kind: 'counters'; values: ReadonlyMap<string, number> }
  /** The head of the address table. */
  | { kind: 'table' }
  | { kind: 'address'; slot: string; id: string; isBackup: boolean; address: string; device: string }
  /** A session. `limit` is the highest number of subflows beside the initial one. */
  | { kind: 'session'; subflows: number; limit?: number; fellBack: boolean }
  | { kind: 'subflow'; flags: string }
  | { kind: 'endpoint'; address: string; id: string; flags: readonly string[]; device: string }
  | { kind: 'limits'; subflows: number; accepted: number }
  /** A message of the kernel log. */
  | { kind: 'message'; message: MessageName; values: readonly string[] }
  /** A file that does not exist. */
  | { kind: 'missing'; file: 'table' | 'v0-sysctl' | 'mainline-sysctl' }
  /** A command that printed nothing. */
  | { kind: 'nothing'; command: string }
  /** A sign of the stack that says nothing else. */
  | { kind: 'sign' }

export type MessageName =
  | 'connect-failed'
  | 'bind-failed'
  | 'no-space'
  | 'remote-full'
  | 'merged'
  | 'overwritten'

type Kind = Observation['kind']
type Of<K extends Kind> = Extract<Observation, { kind: K }>

/** What a line says, and which line it is. */
export interface Fact<O extends Observation = Observation> {
  says: O
  /** The stack that prints such a line, if only one does. */
  stack: Stack | undefined
  by: RecogniserName
  line: Line
}

/** A counter, and the line that has it. */
export interface Count {
  value: number
  fact: Fact
}

/** What the lines of a text say. Each question is answered from an index: a text can have 100,000 lines. */
export class Facts {
  readonly all: readonly Fact[]
  readonly #byKind = new Map<Kind, Fact[]>()
  readonly #sysctls = new Map<string, Fact<Of<'sysctl'>>>()
  readonly #parameters = new Map<string, Fact<Of<'parameter'>>>()
  readonly #counters = new Map<string, Count>()
  #hasZeros = false

  constructor(all: readonly Fact[]) {
    this.all = all
    for (const fact of all) this.#add(fact)
  }

  #add(fact: Fact): void {
    const { says } = fact
    const others = this.#byKind.get(says.kind)
    if (others) others.push(fact)
    else this.#byKind.set(says.kind, [fact])
    if (says.kind === 'sysctl') this.#sysctls.set(says.name, fact as Fact<Of<'sysctl'>>)
    else if (says.kind === 'parameter') this.#parameters.set(says.name, fact as Fact<Of<'parameter'>>)
    else if (says.kind === 'counters') {
      for (const [name, value] of says.values) {
        this.#counters.set(name, { value, fact })
        this.#hasZeros ||= value === 0
      }
    }
  }

  of<K extends Kind>(kind: K): readonly Fact<Of<K>>[] {
    return (this.#byKind.get(kind) ?? []) as readonly Fact[] as readonly Fact<Of<K>>[]
  }

  /** The facts that only one stack prints. */
  in(stack: Stack): Facts {
    return new Facts(this.all.filter((fact) => fact.stack === stack))
  }

  /** The facts that the other stack does not print. */
  without(stack: Stack): Facts {
    return new Facts(this.all.filter((fact) => fact.stack !== stack))
  }

  /** The last line with this sysctl, by its name below `net.mptcp`. */
  sysctl(name: string): Fact<Of<'sysctl'>> | undefined {
    return this.#sysctls.get(name)
  }

  /** The last line with this module parameter. */
  parameter(name: string): Fact<Of<'parameter'>> | undefined {
    return this.#parameters.get(name)
  }

  /** The last line with this counter. */
  counter(name: string): Count | undefined {
    return this.#counters.get(name)
  }

  /**
   * Returns a counter's value. A counter that is not there is 0 if all counters of the text were printed, except those
   * that are 0, as `nstat` does.
   */
  count(name: string): number | undefined {
    const leavesOutZeros = this.#counters.size >= 3 && !this.#hasZeros
    return this.#counters.get(name)?.value ?? (leavesOutZeros ? 0 : undefined)
  }
}
