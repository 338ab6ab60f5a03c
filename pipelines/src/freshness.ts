/** How new what was fetched is, held against how often its publisher promises to speak. */
export type Freshness = {
  /** Nothing landed; as new as promised; one missed; more than one missed; nothing was promised. */
  state: 'never' | 'fresh' | 'due' | 'overdue' | 'irregular'
  /** Since it was fetched; null where nothing was. */
  ageDays: number | null
  /** How often there should be something new; null where nothing was promised. */
  everyDays: number | null
}

/** Days between two editions, by the EU's frequency codes (Publications Office, authority table Frequency). */
const everyDays: Record<string, number> = {
  UPDATE_CONT: 1 / 24,
  CONT: 1 / 24,
  HOURLY: 1 / 24,
  DAILY_2: 1 / 2,
  DAILY: 1,
  WEEKLY_3: 7 / 3,
  WEEKLY_2: 7 / 2,
  WEEKLY: 7,
  BIWEEKLY: 14,
  MONTHLY_3: 31 / 3,
  MONTHLY_2: 31 / 2,
  MONTHLY: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_3: 122,
  ANNUAL_2: 184,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
}

const dayMs = 86_400_000

/** @param fetchedAt ISO instant; null where nothing has landed */
export function freshnessOf(fetchedAt: string | null, cadence: string, now: Date): Freshness {
  const every = everyDays[cadence] ?? null
  if (fetchedAt === null) return {state: 'never', ageDays: null, everyDays: every}
  const ageDays = Math.max(0, (now.getTime() - Date.parse(fetchedAt)) / dayMs)
  const state =
    every === null ? 'irregular' : ageDays <= every ? 'fresh' : ageDays <= 2 * every ? 'due' : 'overdue'
  return {state, ageDays, everyDays: every}
}
