import type {ReleaseReader} from '../release/release-reader.ts'
import type {RateLimit} from './rate-limit.ts'
import type {ScenarioStore} from './scenario-store.ts'
import type {TokenBook} from './tokens.ts'

/** What the routes of scenarios share. */
export type ScenarioServices = {
  reader: ReleaseReader
  store: ScenarioStore
  tokens: TokenBook
  rate: RateLimit
  now: () => Date
}
