/** Prints rows under a head, then an empty line. The first column is aligned left, the others right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column ? cell.padStart(width) : cell.padEnd(width)
    })
    console.log(cells.join('   ').trimEnd())
  }
  console.log()
}
