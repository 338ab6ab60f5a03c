import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {dayOf} from '../../tools/time/days.ts'
import {dayMinutes, fromKyiv} from '../../tools/time/kyiv-clock.ts'

/** A time when the city was under alert, from and to in UTC seconds. Episodes neither touch nor overlap. */
export type Episode = {from: number; to: number}

/** The sirens sounded for the first time at seven minutes past five in the morning of this day. */
export const firstAlertDay = dayOf(2022, 2, 24)
const firstAlertSecond = fromKyiv(firstAlertDay * dayMinutes + 5 * 60 + 7) * 60

/** From here on the archive has the official channel; before, what volunteers wrote down. */
export const officialFromDay = dayOf(2022, 3, 15)

/** What volunteers wrote where nobody noted the all-clear. */
export const naiveSeconds = 30 * 60

/** From here on drones are answered raion by raion, and the whole oblast is warned of missiles only. */
export const raionLevelDay = dayOf(2025, 12, 15)

/** Two alerts closer than this would be one. */
const shortestPauseSeconds = 6 * 60

/**
 * When the city was under alert, from the first siren to the end of the day before `today`. How many there are, how
 * long they last and when in the day they begin follows the open archive's figures for two oblasts by the Black Sea
 * (2022–2024: 1.0–1.5 a day, median 42 minutes, one in ten over 150, a lull from 6 to 9); the share that begins at
 * night rises year by year.
 */
export function alertEpisodes(seed: number, today: number): Episode[] {
  const episodes: Episode[] = []
  const end = fromKyiv(today * dayMinutes) * 60
  let free = 0
  for (let day = firstAlertDay; day < today; day++) {
    for (const {from, to} of drawnOn(seed, day)) {
      const begin = Math.max(from, free + shortestPauseSeconds)
      // One that was pushed past its own all-clear has become part of the one before.
      if (begin >= to || to > end) continue
      episodes.push({from: begin, to})
      free = to
    }
  }
  return episodes
}

/** What one day brings, by its start; days know nothing of each other. */
function drawnOn(seed: number, day: number): Episode[] {
  const draw = new Draw(seed, 'alerts', day)
  if (day < officialFromDay) return drawnEarly(draw, day)
  const years = (day - officialFromDay) / 365.25
  // Weeks of attacks and quiet weeks.
  const wave = Math.max(0.3, 1 + 0.7 * wander(seed + 41, day / 19) + 0.35 * wander(seed + 42, day / 6))
  const count = draw.poisson((1.2 + 0.03 * years) * wave)
  const drawn: Episode[] = []
  for (let index = 0; index < count; index++) {
    const isNight = draw.chance(Math.min(0.6, 0.18 + 0.085 * years))
    const medianMinutes = isNight ? 50 + 4 * years : 38
    const seconds = Math.round(draw.lognormal(medianMinutes, isNight ? 0.9 : 0.85) * 60)
    const longestSeconds = draw.between(5, 11.5) * 3600
    const localMinute = (isNight ? nightHour : dayHour)(draw) * 60 + draw.below(60)
    const from = fromKyiv(day * dayMinutes + localMinute) * 60 + draw.below(60)
    drawn.push({from, to: from + Math.floor(Math.min(longestSeconds, Math.max(240, seconds)))})
  }
  return drawn.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** The first three weeks: several a day, at any hour, and many without an all-clear. */
function drawnEarly(draw: Draw, day: number): Episode[] {
  const drawn: Episode[] = []
  if (day === firstAlertDay) drawn.push({from: firstAlertSecond, to: firstAlertSecond + 46 * 60})
  for (let left = draw.poisson(3.4); left > 0; left--) {
    const hour = (draw.chance(0.34) ? nightHour : dayHour)(draw)
    const from = fromKyiv(day * dayMinutes + hour * 60 + draw.below(60)) * 60 + draw.below(60)
    const seconds = Math.floor(60 * Math.min(300, Math.max(8, draw.lognormal(38, 0.8))))
    const to = from + (draw.chance(0.4) ? naiveSeconds : seconds)
    if (from > firstAlertSecond) drawn.push({from, to})
  }
  return drawn.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Weights of local hours in which alerts begin, from 22 at night and from 7 in the day. */
const nightHours = [9, 14, 15, 12, 9, 6, 4, 2, 1.5]
const dayHours = [2, 2.5, 5, 7, 8, 9, 10, 10, 10, 9, 8.5, 7.5, 6, 5.5, 5.5, 5, 5]
const hourIn = (weights: number[], first: number) =>
  chooser(weights.map((weight, index) => [first + index, weight] as const))
const nightHour = hourIn(nightHours, 22)
const dayHour = hourIn(dayHours, 7)
