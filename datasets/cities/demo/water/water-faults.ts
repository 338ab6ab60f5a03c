import type {Scope} from '../chapter.ts'

/** What is wrong at which gauge and when, in steps of ten minutes since 1970; the end is the first step after. */
export type WaterFaults = {
  /** The gauge was mounted anew and reads higher; its zero in the register stayed. */
  moved: {gauge: string; fromStep: number; centimetres: number}
  /** Leaves in the funnel: no rain is counted. */
  blocked: {gauge: string; fromStep: number; toStep: number}
}

const daySteps = 144

export function waterFaults({events}: Pick<Scope, 'events'>): WaterFaults {
  return {
    moved: {
      gauge: 'WL-07',
      // A dry morning in the week before the cloudburst; the flood of spring was still measured from the old zero.
      fromStep: (events.cloudburst.day - 62) * daySteps + 52,
      centimetres: 42,
    },
    blocked: {
      gauge: 'RG-4',
      fromStep: (events.cloudburst.day - 17) * daySteps + 30,
      toStep: (events.cloudburst.day + 6) * daySteps + 57,
    },
  }
}
