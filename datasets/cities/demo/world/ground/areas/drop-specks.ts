/**
 * Gives every patch of fewer than so many cells the label that it has most border with, in place. A patch is cells of
 * one label that share sides.
 */
export function dropSpecks(
  labels: Uint16Array,
  cells: number,
  fewestCells: number,
  isFixed: (label: number) => boolean,
): void {
  const isSeen = new Uint8Array(labels.length)
  const patch = new Int32Array(fewestCells)
  const waiting: number[] = []
  for (let start = 0; start < labels.length; start++) {
    if (isSeen[start]) continue
    const label = labels[start]!
    // Inside a large patch every neighbour to the west and south has been seen already.
    let size = 0
    waiting.push(start)
    isSeen[start] = 1
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      if (size < fewestCells) patch[size] = cell
      size++
      const column = cell % cells
      if (column > 0) visit(cell - 1, label)
      if (column < cells - 1) visit(cell + 1, label)
      if (cell >= cells) visit(cell - cells, label)
      if (cell < labels.length - cells) visit(cell + cells, label)
    }
    if (size < fewestCells && !isFixed(label)) absorb(size, label)
  }

  function visit(cell: number, label: number) {
    if (isSeen[cell] || labels[cell] !== label) return
    isSeen[cell] = 1
    waiting.push(cell)
  }

  function absorb(size: number, label: number) {
    const borders = new Map<number, number>()
    for (let index = 0; index < size; index++) {
      const cell = patch[index]!
      const column = cell % cells
      for (const other of [
        column > 0 ? cell - 1 : -1,
        column < cells - 1 ? cell + 1 : -1,
        cell >= cells ? cell - cells : -1,
        cell < labels.length - cells ? cell + cells : -1,
      ]) {
        const its = other < 0 ? label : labels[other]!
        if (its !== label) borders.set(its, (borders.get(its) ?? 0) + 1)
      }
    }
    let most = 0
    let next = label
    for (const [other, count] of borders)
      if (count > most || (count === most && other < next)) {
        most = count
        next = other
      }
    for (let index = 0; index < size; index++) labels[patch[index]!] = next
  }
}
