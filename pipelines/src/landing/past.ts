import type {City, Feed} from '@hromada/datasets'
import type {LandingManifest} from '../lake.ts'

/** What new files of a feed are held against. */
export type Past = {
  city: Pick<City, 'id'>
  feed: Feed
  data: string
  /** Every landing, the oldest first. */
  landings: LandingManifest[]
}
