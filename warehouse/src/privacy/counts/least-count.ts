import {type Dataset, usualLeastCount} from '@hromada/datasets'
import type {Model} from '../../model.ts'

/** The least number of people that a model's counts may tell of: the greatest that any dataset of people asks for. */
export const leastCountOf = (model: Model): number => {
  const asked = datasetsIn(model).flatMap(({leastCount, rowsAre, columns}) => {
    const isOfPeople = rowsAre || Object.values(columns).some(({privacy}) => privacy === 'aggregate_only')
    return leastCount ?? (isOfPeople ? usualLeastCount : [])
  })
  return asked.length > 0 ? Math.max(...asked) : usualLeastCount
}

const datasetsIn = ({dataset, inputs}: Model): Dataset[] => (dataset ? [dataset] : inputs.flatMap(datasetsIn))
