import {legalCode} from '../language/contacts.ts'

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
  index: number,
  name: string,
  [emergency, ordinary, statutory]: [number, number, number],
  {spread = 0.9, reopenedShare = 0.025, forgottenShare = 0.003} = {},
): Executor => ({
  name,
  code: legalCode(index),
  medianHours: {emergency, ordinary, statutory},
  spread,
  reopenedShare,
  forgottenShare,
})

/** All who carry appeals out. The speeds are what tests and the planted truths go by. */
export const executors = {
  heat: executor(101, 'КП «Прикладтеплоенерго»', [9, 42, 400]),
  water: executor(102, 'КП «Прикладводоканал»', [6, 54, 380]),
  lifts: executor(103, 'КП «Прикладліфт»', [5, 21, 390], {reopenedShare: 0.06}),
  /** Closes soonest of all; a quarter of what it closes is opened again. */
  housingOne: executor(104, 'КП «Житлосервіс-1»', [3, 19, 330], {reopenedShare: 0.24}),
  housingTwo: executor(105, 'КП «Житлосервіс-2»', [5, 64, 360], {reopenedShare: 0.04}),
  roads: executor(106, 'КП «Прикладшляхбуд»', [11, 190, 460], {spread: 1, forgottenShare: 0.008}),
  lights: executor(107, 'КП «Прикладміськсвітло»', [8, 66, 380]),
  waste: executor(108, 'КП «Прикладспецтранс»', [8, 28, 350]),
  greenery: executor(109, 'КП «Прикладзеленгосп»', [18, 170, 430], {spread: 1, forgottenShare: 0.006}),
  transport: executor(110, 'Управління транспорту', [12, 120, 420]),
  inspection: executor(111, 'Муніципальна інспекція', [7, 47, 410], {reopenedShare: 0.05}),
  animals: executor(112, 'КП «Добрий хвіст»', [10, 84, 390]),
  ecology: executor(113, 'Управління екології', [10, 96, 430]),
  social: executor(114, 'Департамент соціальної політики', [24, 96, 330], {spread: 0.7}),
  /** Answers on the day on which the time runs out, whatever was asked. */
  tariffs: executor(115, 'Департамент економіки та тарифів', [24, 240, 720]),
  /** The slow one: its answers take months where the law gives one. */
  land: executor(116, 'Управління містобудування та землі', [48, 1500, 1900], {
    spread: 0.75,
    reopenedShare: 0.015,
    forgottenShare: 0.035,
  }),
  civilDefence: executor(117, 'Управління цивільного захисту', [12, 90, 360]),
  /** Answers at once what can be answered at once. */
  centre: executor(118, 'Контактний центр міста', [1, 24, 300], {reopenedShare: 0.004}),
} satisfies Record<string, Executor>

export type ExecutorId = keyof typeof executors
