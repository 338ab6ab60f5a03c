import {districtIndex} from '../../world/districts.ts'
import {type Executor, executors} from './executors.ts'
import type {Place} from './places.ts'
import type {Problem} from './problems.ts'

/** Who carries a problem out: houses of the old centre and the harbour are kept by one enterprise, all others by another. */
export function executorOf({executor}: Problem, {building}: Place): Executor {
  if (executor !== 'housing') return executors[executor]
  return building.district === districtIndex.seredmistskyi || building.district === districtIndex.havanskyi
    ? executors.housingOne
    : executors.housingTwo
}
