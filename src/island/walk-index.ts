/** How an element opens the walk through a test that has no walk on the page. */

/** The file that says where the walks through the tests of a unit are. All names are of files in its folder. */
export interface WalkIndex {
  /** The module that plays walks: {@link WalkPlayer}. */
  player: string
  /** What {@link WalkPlayer.createWalk} needs besides the walk. */
  kernel: string
  /** By the titles of the tests. */
  walks: Record<string, string>
}

/** What the module that plays walks exports. */
export interface WalkPlayer {
  /**
   * Makes the element of a walk. With `data-clicked="start"` it begins when it is put on the page.
   *
   * @param of the unit of the test
   * @param test its title
   * @param files names of files in the folder of the index
   */
  createWalk(of: string, test: string, files: { walk: string; kernel: string }): HTMLElement
}

/** The name of the index of a unit, in the folder of the walks. */
export function walkIndexName(unit: string): string {
  return `of-${unit}.json`
}
