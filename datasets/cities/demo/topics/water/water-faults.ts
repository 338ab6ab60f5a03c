import type {Scope} from '../../chapter.ts'

/** What is wrong at which gauge and when, in steps of ten minutes since 1970; the end is the first step after. */
export type WaterFaults = {
  /** The gauge was mounted anew and reads higher; its zero in the register stayed. */
  moved: {gauge: string; fromStep: number; centimetres: number}
  /** Leaves in the funnel: no rain is counted. */
  blocked: {gauge: string; fromStep: number; toStep: number}
}

const daySteps = 144

export function waterFaults({events, weather}: Pick<Scope, 'events' | 'weather'>): WaterFaults {
  const {rain, firstHour} = weather()
  /** No rain from the day before to the day after. */
  const isDry = (day: number) => {
    const from = (day - 1) * 24 - firstHour
    return rain.slice(from, from + 72).every(millimetres => millimetres === 0)
  }
  // The flood of spring was still measured from the old zero.
  let morning = events.cloudburst.day - 64
  while (!isDry(morning)) morning++
  return {
    moved: {
      gauge: 'WL-07',
      fromStep: morning * daySteps + 52,
      centimetres: 42,
    },
    blocked: {
      gauge: 'RG-4',
      fromStep: (events.cloudburst.day - 17) * daySteps + 30,
      toStep: (events.cloudburst.day + 6) * daySteps + 57,
    },
  }
}
