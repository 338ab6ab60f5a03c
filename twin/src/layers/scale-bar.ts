/** A scale bar: a round length and its share of what was asked for. */
export type ScaleBar = {metres: number; share: number}

/** The longest length of 1, 2 or 5 times a power of ten that is no longer than so many metres. */
export function scaleBar(mostMetres: number): ScaleBar {
  const power = 10 ** Math.floor(Math.log10(mostMetres))
  const metres = [5, 2, 1].map(factor => factor * power).find(length => length <= mostMetres)!
  return {metres, share: metres / mostMetres}
}
