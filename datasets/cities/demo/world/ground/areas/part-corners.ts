/**
 * Changes single cells, in place, so that no label meets itself across a corner alone: outlines then never touch
 * themselves. Cells that are fixed are changed only where there is no other way.
 */
export function partCorners(labels: Uint16Array, cells: number, isFixed: (label: number) => boolean): void {
  for (let round = 0; round < 8; round++) {
    let changed = 0
    for (let row = 0; row + 1 < cells; row++)
      for (let column = 0; column + 1 < cells; column++) {
        const southWest = row * cells + column
        changed += join(southWest, southWest + cells + 1, southWest + 1, southWest + cells)
        changed += join(southWest + 1, southWest + cells, southWest, southWest + cells + 1)
      }
    if (changed === 0) return
  }

  /** Where a and b are of one label and neither c nor d is, makes c or d so. */
  function join(a: number, b: number, c: number, d: number): number {
    const label = labels[a]!
    if (labels[b] !== label || labels[c] === label || labels[d] === label) return 0
    labels[isFixed(labels[c]!) && !isFixed(labels[d]!) ? d : c] = label
    return 1
  }
}
