import type {Orbit} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import type {TwinTexts} from './texts.ts'

/** A function that tells a live region the last thing said, once it has been quiet for a moment: never a word a frame. */
export function speaker(region: HTMLElement): (text: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  return text => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      region.textContent = text
    }, 400)
  }
}

/** Where one looks, from how far, and how much is there, as a sentence. */
export function lookingWords(
  {headingDegrees, rangeMetres}: Orbit,
  seen: number,
  t: TwinTexts,
  f: Format,
): string {
  const direction = t.compass[Math.round(headingDegrees / 45) % 8]!
  const distance =
    rangeMetres < 2000
      ? f.unit(Math.round(rangeMetres / 10) * 10, t.metres)
      : f.unit(rangeMetres / 1000, t.kilometres, 1)
  return t.looking(direction, distance, f.count(seen, t.objects))
}
