/**
 * Calls `work` with the names that were added, after none was added for a while, and one call after the other.
 *
 * @param delay the while, in ms
 * @returns adds a name
 */
export function schedule(work: (names: string[]) => Promise<void>, delay: number): (name: string) => void {
  let names = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isWorking = false
  const begin = async () => {
    if (isWorking || names.size === 0) return
    isWorking = true
    const taken = [...names]
    names = new Set()
    try {
      await work(taken)
    } finally {
      isWorking = false
      begin()
    }
  }
  return (name) => {
    names.add(name)
    clearTimeout(timer)
    timer = setTimeout(begin, delay)
  }
}
