import type {Service} from './services.ts'

/** A line of the city: what it is called, where it leads, and how often it comes. */
export type Line = {
  /** 1 … 13, Т1 … Т4, 14н. */
  name: string
  id: string
  isTrolleybus: boolean
  /** Poles that it passes, in order; `opposite` is the part of the city across from where it begins. */
  through: string[]
  /** Minutes between departures at rush hours, by day and late; by service. */
  headways: Partial<Record<Service, [rush: number, day: number, late: number]>>
  /** First and last departure from either end, in minutes after midnight, of each part of the day in which it runs. */
  hours: [first: number, last: number][]
  /** What passengers must know of it. */
  note: string | null
}

const at = (hours: number, minutes = 0) => hours * 60 + minutes

const bus = (name: string, rush: number, ...through: string[]): Line => ({
  name,
  id: `B${name}`,
  isTrolleybus: false,
  through,
  headways: {
    workdays: [rush, Math.round(rush * 1.5), rush * 2],
    weekends: [rush * 1.5, rush * 1.75, rush * 2],
  },
  hours: [[at(5, 50), at(22, 10)]],
  note: null,
})

const trolleybus = (number: number, rush: number, ...through: string[]): Line => ({
  name: `Т${number}`,
  id: `T${number}`,
  isTrolleybus: true,
  through,
  headways: {
    workdays: [rush, Math.round(rush * 1.4), rush * 2],
    weekends: [rush * 1.5, rush * 1.5, rush * 2],
  },
  hours: [[at(5, 35), at(22, 20)]],
  note: null,
})

/** The only line to the allotments, where people dig on Sundays, does not run on Sundays. */
const withoutSundays = '12'

/**
 * Four trolleybus lines and fourteen bus lines. The last of them ran all night before the war and has kept its letter:
 * now it takes late shifts home before the curfew, and early ones to work when it has ended.
 */
export const lines: Line[] = [
  trolleybus(1, 8, 'home-0', 'centre', 'port'),
  trolleybus(2, 9, 'home-1', 'centre', 'opposite'),
  trolleybus(3, 10, 'station', 'centre', 'opposite'),
  trolleybus(4, 12, 'home-3', 'market', 'hospital', 'opposite'),
  bus('1', 12, 'station', 'centre', 'east-beach'),
  bus('2', 14, 'edge-0', 'centre', 'opposite'),
  bus('3', 15, 'edge-1', 'market', 'port'),
  bus('4', 16, 'edge-2', 'hospital', 'centre', 'opposite'),
  bus('5', 18, 'edge-3', 'centre', 'far-works'),
  bus('6', 15, 'edge-4', 'centre', 'west-beach'),
  bus('7', 18, 'edge-5', 'market', 'opposite'),
  bus('8', 18, 'edge-6', 'station', 'opposite'),
  bus('9', 20, 'edge-7', 'hospital', 'opposite'),
  bus('10', 20, 'edge-8', 'market', 'opposite'),
  bus('11', 30, 'cemetery', 'market', 'centre', 'opposite'),
  {
    ...bus(withoutSundays, 30, 'allotments', 'station', 'centre'),
    headways: {workdays: [30, 40, 60], saturdays: [30, 40, 60]},
    hours: [[at(6, 10), at(20, 30)]],
  },
  bus('13', 24, 'works', 'home-0', 'far-works'),
  {
    ...bus('14н', 40, 'station', 'centre', 'home-1', 'opposite'),
    id: 'B14N',
    headways: {daily: [20, 20, 20]},
    hours: [
      [at(5, 5), at(6, 5)],
      [at(21, 50), at(22, 50)],
    ],
    note: 'Пізні вечірні та ранні рейси для змін лікарні, порту й заводів. Під час комендантської години (00:00–05:00) не ходить.',
  },
]
