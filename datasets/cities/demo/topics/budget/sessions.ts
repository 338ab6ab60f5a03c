import {Draw} from '../../tools/numbers/draw.ts'

/** How much of a year's amendments a council usually makes at its sessions of each month; January's plan is new. */
const usual = [0, 16, 6, 7, 5, 12, 9, 6, 13, 7, 7, 12]

/** The same for one year: some sessions are long, others only put commas right. */
export function sessionsOf(seed: number, year: number): number[] {
  const draw = new Draw(seed, 'sessions', year)
  return usual.map(weight => weight * draw.lognormal(1, 0.9))
}
