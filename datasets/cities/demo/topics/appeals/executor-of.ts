import {bodies, housingKeeperOf} from '../../world/bodies.ts'
import {type Executor, executors} from './executors.ts'
import type {Place} from './places.ts'
import type {Problem} from './problems.ts'

/** Who carries a problem out; `housing` is the enterprise that keeps the houses of the district. */
export function executorOf({executor}: Problem, {building}: Place): Executor {
  if (executor !== 'housing') return executors[executor]
  return housingKeeperOf(building.district) === bodies.housingOne
    ? executors.housingOne
    : executors.housingTwo
}
