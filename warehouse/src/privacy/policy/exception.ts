import type {Text} from '@hromada/datasets'

/** A private column that is published all the same, reviewed with the model that does so. */
export type Exception = {
  /** The columns of datasets, as `shelters.balance_holder`. */
  of: string[]
  /** Why that harms nobody. Published. */
  because: Text
}
