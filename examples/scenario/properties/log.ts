/** A line of the log about an attempt to open a subflow. */
export interface Join {
  session: string
  /** `subflow_work`, `subflow_retry_work`, or undefined outside of workers. */
  worker: string | undefined
  /** The number of the worker's run: two joins with the same number belong to one run. */
  run: number
  /** The address ids and the remote address and port, which identify a pair of the session. */
  pair: string
  result: number
}

/** Reads the joins in the log, command by command, with the worker that made each. */
export class JoinReader {
  #runs = 0
  /** The number of the latest run of each worker. */
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
