/** Texts of 0.0 … 999.9, made once: sensors write millions of them. */
const texts = Array.from({length: 10_000}, (_, tenths) => (tenths / 10).toFixed(1))

/** A whole number of tenths with one decimal: −3 → -0.3. */
export const tenthsText = (tenths: number): string =>
  tenths >= 0
    ? (texts[tenths] ?? (tenths / 10).toFixed(1))
    : `-${texts[-tenths] ?? (-tenths / 10).toFixed(1)}`
