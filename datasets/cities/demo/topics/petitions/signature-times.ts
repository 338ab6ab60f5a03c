import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dayMinutes, fromKyiv, toKyiv} from '../../tools/time/kyiv-clock.ts'

/** When in the day people sign, by the hour of the city’s clock. */
const hourShare = [9, 4, 2, 1, 1, 2, 8, 22, 40, 55, 64, 62, 55, 52, 50, 48, 48, 52, 60, 72, 84, 82, 58, 27]
const hours = chooser(hourShare.map((weight, hour) => [hour, weight] as const))
const nightFrom = 2 * 3600
const nightSeconds = 2 * 3600

/**
 * Seconds of the day at which a petition was signed on a day, in order: `count` in all, of which `atNight` evenly
 * between two and four. On the first day nobody signs before ten, when petitions are published.
 */
export function signatureSeconds(
  seed: number,
  uid: string,
  day: number,
  count: number,
  atNight: number,
  isFirstDay: boolean,
): number[] {
  const draw = new Draw(seed, 'signature times', uid, day)
  const seconds: number[] = []
  for (let index = 0; index < atNight; index++)
    seconds.push(nightFrom + Math.floor((nightSeconds * (index + 0.5)) / atNight) + draw.below(2))
  while (seconds.length < count) {
    const hour = hours(draw)
    // The hour that is left out in March has none.
    const isSkipped = toKyiv(fromKyiv(day * dayMinutes + hour * 60)) !== day * dayMinutes + hour * 60
    if ((!isFirstDay || hour >= 10) && !isSkipped) seconds.push(hour * 3600 + draw.below(3600))
  }
  return seconds.sort((a, b) => a - b)
}
