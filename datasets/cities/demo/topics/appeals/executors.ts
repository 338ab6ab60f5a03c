import {type Body, bodies} from '../../world/bodies.ts'

/** How a case is handled: by crews around the clock, by the service's own norm, or as an appeal by law. */
export type Pace = 'emergency' | 'ordinary' | 'statutory'

/** Who carries appeals out: an enterprise or an office of the council, as the contact centre calls it. */
export type Executor = {
  name: string
  /** ЄДРПОУ. */
  code: string
  /**
   * Half of first closings come within so many hours of the receipt: by the clock in an emergency, else of the time in
   * which offices work, nine hours a working day.
   */
  medianHours: Record<Pace, number>
  /** Standard deviation of the logarithm of those hours. */
  spread: number
  /** Share of closed cases that residents have opened again. */
  reopenedShare: number
  /** Share of cases that are never closed. */
  forgottenShare: number
}

const executor = (
  body: Body & {short?: string},
  [emergency, ordinary, statutory]: [number, number, number],
  {spread = 0.9, reopenedShare = 0.025, forgottenShare = 0.003} = {},
): Executor => ({
  name: body.short ?? body.name,
  code: body.edrpou,
  medianHours: {emergency, ordinary, statutory},
  spread,
  reopenedShare,
  forgottenShare,
})

/** All who carry appeals out. The speeds are what tests and the planted truths go by. */
export const executors = {
  heat: executor(bodies.heat, [9, 11, 107]),
  water: executor(bodies.water, [6, 14, 102]),
  lifts: executor(bodies.lifts, [5, 6, 104], {reopenedShare: 0.06}),
  /** Closes soonest of all; a quarter of what it closes is opened again. */
  housingOne: executor(bodies.housingOne, [3, 5, 88], {reopenedShare: 0.24}),
  housingTwo: executor(bodies.housingTwo, [5, 17, 96], {reopenedShare: 0.04}),
  roads: executor(bodies.roads, [11, 51, 123], {spread: 1, forgottenShare: 0.008}),
  lights: executor(bodies.lights, [8, 18, 102]),
  power: executor(bodies.powerGrid, [5, 10, 96]),
  waste: executor(bodies.waste, [8, 8, 94]),
  greenery: executor(bodies.greenery, [12, 46, 115], {spread: 1, forgottenShare: 0.006}),
  transport: executor(bodies.transport, [12, 32, 112]),
  inspection: executor(bodies.inspection, [7, 13, 110], {reopenedShare: 0.05}),
  animals: executor(bodies.animals, [10, 22, 104]),
  ecology: executor(bodies.ecology, [10, 26, 115]),
  social: executor(bodies.socialProtection, [24, 26, 88], {spread: 0.7}),
  /** Tariffs: answers on the day on which the time runs out, whatever was asked. */
  economy: executor(bodies.economy, [24, 64, 192]),
  /** The slow one: its answers take months where the law gives one. */
  planning: executor(bodies.planning, [48, 400, 500], {
    spread: 0.75,
    reopenedShare: 0.015,
    forgottenShare: 0.035,
  }),
  civilDefence: executor(bodies.civilDefence, [12, 24, 96]),
  /** Answers at once what can be answered at once. */
  centre: executor(bodies.contactCentre, [1, 6, 48], {reopenedShare: 0.004}),
} satisfies Record<string, Executor>

/** What a dispatcher who follows every case makes of an executor: half of the time is enough. */
export const hastened = (executor: Executor): Executor => {
  const {emergency, ordinary, statutory} = executor.medianHours
  return {
    ...executor,
    medianHours: {emergency: emergency / 2, ordinary: ordinary / 2, statutory: statutory / 2},
  }
}

export type ExecutorId = keyof typeof executors
