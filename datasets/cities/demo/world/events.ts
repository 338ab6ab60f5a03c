import {dateOf, dayOf} from '../tools/time/days.ts'

/** Days on which something happened that several sources show. Ends are the first day after. */
export type Events = {
  /** The district heating of Stepovyi failed in a frost. */
  heatingFailure: {from: number; to: number}
  /** Rain on melting snow: the river rose slowly for two days and fell for a week. */
  springFlood: {from: number; peak: number; to: number}
  /** 74 mm of rain in three hours; `peakMinute` is the UTC minute of the heaviest. */
  cloudburst: {day: number; peakMinute: number}
  /** The steppe burned north of the city, and the wind brought the smoke in. */
  steppeFire: {from: number; to: number}
  /** The southern bridge was closed for repairs. */
  bridgeClosed: {from: number; to: number}
  /** A main burst under one street; `minute` is the UTC minute. */
  pipeBurst: {day: number; minute: number}
  /** A storm with falling trees. */
  storm: {day: number}
  /** The contact centre began to answer in a messenger. */
  messengerOpened: number
  /** Streets and a district got new names. */
  renamedOn: number
  /** New rules for petitions: fewer signatures in fewer days. */
  petitionRulesChanged: number
}

/**
 * When things happened, for a city that is told up to the day before `today`: the newest day of each kind that lies
 * wholly in the past, so that the two years of sensor readings hold all that sensors show.
 */
export function eventsBefore(today: number): Events {
  const {year} = dateOf(today)
  /** The newest such date at least `margin` days before today. */
  const last = (month: number, date: number, margin: number) => {
    const here = dayOf(year, month, date)
    return here + margin <= today ? here : dayOf(year - 1, month, date)
  }
  const frost = last(1, 12, 30)
  const flood = last(3, 11, 20)
  const cloudburst = last(7, 19, 10)
  const fire = last(8, 21, 15)
  const bridge = last(9, 4, 30)
  const burst = last(10, 14, 10)
  return {
    heatingFailure: {from: frost, to: frost + 15},
    springFlood: {from: flood, peak: flood + 3, to: flood + 12},
    cloudburst: {day: cloudburst, peakMinute: cloudburst * 1440 + 13 * 60 + 20},
    steppeFire: {from: fire, to: fire + 5},
    bridgeClosed: {from: bridge, to: bridge + 21},
    pipeBurst: {day: burst, minute: burst * 1440 + 4 * 60 + 35},
    storm: {day: last(4, 27, 10)},
    messengerOpened: dayOf(year - 3, 9, 1),
    renamedOn: dayOf(year - 3, 5, 3),
    petitionRulesChanged: dayOf(year - 2, 7, 1),
  }
}
