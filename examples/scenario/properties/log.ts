/** A subflow that a worker tried to open, as the log has it. */
export interface Join {
  session: string
  /** `subflow_work`, `subflow_retry_work`, or undefined outside all workers. */
  worker: string | undefined
  /** Counts the runs of workers: two joins with the same number were made by one run. */
  run: number
  /** The address ids and the remote end, which tell the pairs of a session apart. */
  pair: string
  result: number
}

/** Reads from the log, command by command, who opened which subflows. */
export class JoinReader {
  #runs = 0
  /** The run that each worker is in. */
  readonly #runOf = new Map<string, number>()
  #current: string | undefined

  read(output: readonly string[]): Join[] {
    return output.flatMap((line) => this.#line(line))
  }

  #line(line: string): Join[] {
    const [, verb, name] = / (run|resume|done|block) (\S+)$/.exec(line) ?? []
    if (verb && name) {
      if (verb === 'run') this.#runOf.set(name, ++this.#runs)
      this.#current = verb === 'run' || verb === 'resume' ? name : undefined
    }
    const [, session = '', id, remote, remoteId, result] =
      / join (\w+)\/\d+: \S+ id=(\d+) if=\d+ -> (\S+) id=(\d+) = (-?\d+)$/.exec(line) ?? []
    if (id === undefined) return []
    const worker = this.#current?.replace(/\(.*/, '')
    const run = this.#runOf.get(this.#current ?? '') ?? 0
    return [{ session, worker, run, pair: `${id} -> ${remote} ${remoteId}`, result: Number(result) }]
  }
}
