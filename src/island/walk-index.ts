/** The interface through which an example opens the walk through one of its tests. */

/** An index file: it names the files of the walks through the tests of a unit. All are in its folder. */
export interface WalkIndex {
  /** The module {@link WalkPlayer}. */
  player: string
  /** The kernel data that {@link WalkPlayer.createWalk} needs besides the walk. */
  kernel: string
  /** The files of the walks, by the titles of the tests. */
  walks: Record<string, string>
}

/** The file in the folder of the walks that names the player and the kernel data: `{ player, kernel }`. */
export const playerFile = 'player.json'

/** Its content: names of files in its folder. */
export interface PlayerFiles {
  /** The module {@link WalkPlayer}. */
  player: string
  /** The names and call stacks of the kernel. */
  kernel: string
}

/** The exports of the module that plays walks. */
export interface WalkPlayer {
  /**
   * Makes the element of a walk. With `data-clicked="start"` the walk begins when the element is put on the page.
   *
   * @param of the unit of the test
   * @param test its title in the test file, its title in the language of the page, the id of the walk
   * @param files names of files in the folder of the index
   */
  createWalk(
    of: string,
    test: { title: string; shown: string; walk: string },
    files: { walk: string; kernel: string },
  ): HTMLElement

  /**
   * Makes the element that steps through a call stack. It begins when it is put on the page, and removes itself when
   * the reader closes it.
   *
   * @param stack its id in the kernel data; the id of its element on the page; the number of the step, from 1
   * @param links where the last step leads to: URLs with their texts
   * @param kernel the name of the file of the kernel data
   */
  createStack(
    stack: { id: string; address: string; step: number },
    links: readonly { href: string; text: string }[],
    kernel: string,
  ): HTMLElement
}

/** Returns the name of a unit's index in the folder of the walks. */
export function walkIndexName(unit: string): string {
  return `of-${unit}.json`
}
