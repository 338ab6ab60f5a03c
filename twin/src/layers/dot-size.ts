/** How a dot is drawn: its width and its rim's in pixels, and how much it covers what is under it. */
export type DotSize = {pixels: number; rimPixels: number; opacity: number}

/**
 * A few dots are large with a rim; thousands are small and let the ones below show through, so that crowds are seen,
 * unless their colours say something, which is to be read on a map of many colours.
 */
export function dotSize(count: number, hasColours = false): DotSize {
  if (count > 4000 && !hasColours) return {pixels: 4, rimPixels: 0, opacity: 0.5}
  if (count > 500) return {pixels: 6, rimPixels: 1, opacity: 0.85}
  return {pixels: 8, rimPixels: 1.5, opacity: 1}
}
