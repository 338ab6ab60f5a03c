/** Days on which a line runs by one timetable. */
export type Service = 'workdays' | 'weekends' | 'saturdays' | 'daily'

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
  /** First and last departure from either end, in minutes after midnight of the service's day. */
  hours: [first: number, last: number]
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
  hours: [at(5, 50), at(22, 10)],
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
  hours: [at(5, 35), at(22, 40)],
})

/** The only line to the allotments, where people dig on Sundays, does not run on Sundays. */
const withoutSundays = '12'

/** Four trolleybus lines and fourteen bus lines, the last of which runs at night. */
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
    hours: [at(6, 10), at(20, 30)],
  },
  bus('13', 24, 'works', 'home-0', 'far-works'),
  {
    ...bus('14н', 40, 'station', 'centre', 'home-1', 'opposite'),
    id: 'B14N',
    headways: {daily: [40, 40, 40]},
    hours: [at(22, 30), at(28, 30)],
  },
]
