import {legalCode} from '../../tools/language/contacts.ts'
import {officialBodies} from '../streets/official-place.ts'

/** How a case is handled: within hours, by the service's own norm, or as an appeal by law. */
export type Pace = 'emergency' | 'ordinary' | 'statutory'

/** Who carries appeals out: a communal enterprise or a part of the council. */
export type Executor = {
  name: string
  /** ЄДРПОУ; see language/contacts.ts. */
  code: string
  /** Half of first closings come within so many hours of the receipt. */
  medianHours: Record<Pace, number>
  /** Standard deviation of the logarithm of those hours. */
  spread: number
  /** Share of closed cases that residents have opened again. */
  reopenedShare: number
  /** Share of cases that are never closed. */
  forgottenShare: number
}

const executor = (
  code: string,
  name: string,
  [emergency, ordinary, statutory]: [number, number, number],
  {spread = 0.9, reopenedShare = 0.025, forgottenShare = 0.003} = {},
): Executor => ({
  name,
  code,
  medianHours: {emergency, ordinary, statutory},
  spread,
  reopenedShare,
  forgottenShare,
})

/** Codes of departments, apart from those of the enterprises that the city pays. */
const department = (index: number) => legalCode(3000 + 7 * index)

/**
 * All who carry appeals out; enterprises under the names and codes of spending/communal.ts. The speeds are what
 * tests and the planted truths go by.
 */
export const executors = {
  heat: executor(legalCode(12_055), 'КП «Прикладтеплоенерго»', [9, 42, 400]),
  water: executor(legalCode(12_044), 'КП «Прикладводоканал»', [6, 54, 380]),
  lifts: executor(department(1), 'КП «Прикладліфт»', [5, 21, 390], {reopenedShare: 0.06}),
  /** Closes soonest of all; a quarter of what it closes is opened again. */
  housingOne: executor(officialBodies.housing.edrpou, officialBodies.housing.name, [3, 19, 330], {
    reopenedShare: 0.24,
  }),
  housingTwo: executor(legalCode(12_110), 'КП «Житлосервіс Прикладу»', [5, 64, 360], {reopenedShare: 0.04}),
  roads: executor(legalCode(12_088), 'КП «Шляхи Прикладу»', [11, 190, 460], {
    spread: 1,
    forgottenShare: 0.008,
  }),
  lights: executor(legalCode(12_066), 'КП «Міськсвітло Прикладу»', [8, 66, 380]),
  waste: executor(legalCode(12_099), 'КП «Спецавтогосп Прикладу»', [8, 28, 350]),
  greenery: executor(legalCode(12_077), 'КП «Зеленгосп Прикладу»', [12, 170, 430], {
    spread: 1,
    forgottenShare: 0.006,
  }),
  transport: executor(department(2), 'Управління транспорту', [12, 120, 420]),
  inspection: executor(department(3), 'Муніципальна інспекція', [7, 47, 410], {reopenedShare: 0.05}),
  animals: executor(department(4), 'КП «Добрий хвіст»', [10, 84, 390]),
  ecology: executor(department(5), 'Управління екології', [10, 96, 430]),
  social: executor(department(6), 'Департамент соціальної політики', [24, 96, 330], {spread: 0.7}),
  /** Answers on the day on which the time runs out, whatever was asked. */
  tariffs: executor(department(7), 'Департамент економіки та тарифів', [24, 240, 720]),
  /** The slow one: its answers take months where the law gives one. */
  land: executor(
    officialBodies.architecture.edrpou,
    'Управління містобудування та архітектури',
    [48, 1500, 1900],
    {
      spread: 0.75,
      reopenedShare: 0.015,
      forgottenShare: 0.035,
    },
  ),
  civilDefence: executor(department(8), 'Управління цивільного захисту', [12, 90, 360]),
  /** Answers at once what can be answered at once. */
  centre: executor(department(9), 'Контактний центр міста', [1, 24, 180], {reopenedShare: 0.004}),
} satisfies Record<string, Executor>

export type ExecutorId = keyof typeof executors
