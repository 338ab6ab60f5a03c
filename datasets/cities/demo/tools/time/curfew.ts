import {martialLawFrom} from './working-days.ts'

/** Hours of Kyiv's clock at which nobody without a pass may be outside: from midnight up to five. */
const curfewEnds = 5

/** Does the curfew hold in this hour of Kyiv's clock? It does every night of martial law. */
export const isUnderCurfew = (day: number, hour: number): boolean =>
  day >= martialLawFrom && hour < curfewEnds
