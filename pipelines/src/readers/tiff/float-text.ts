const scales = [1, 10, 100, 1000]

/** Beyond it not every whole number is kept, and more digits than were kept would be shown. */
const allWholeBelow = 2 ** 24

/** The shortest usual text of a number that was kept in 32 bits: 12.34, where the bits say 12.34000015258789. */
export function floatText(value: number): string {
  if (Math.abs(value) < allWholeBelow)
    for (const scale of scales) {
      const rounded = Math.round(value * scale) / scale
      if (Math.fround(rounded) === value) return String(rounded)
    }
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  // Nine digits tell any two of them apart.
  return String(Number(value.toPrecision(9)))
}
