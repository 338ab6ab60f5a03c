const day = 86_400_000

/** How old the newest record may be before a number says so, by how often its source promises to speak. */
const patience: Record<string, number> = {
  UPDATE_CONT: day,
  CONT: day,
  HOURLY: 2 * day,
  DAILY: 45 * day,
  WEEKLY: 30 * day,
  MONTHLY: 190 * day,
  QUARTERLY: 280 * day,
  ANNUAL: 800 * day,
}

/** Whether data that end at `newest` are older than their cadence excuses. Unknown cadences are never stale. */
export function isStale(newest: string, cadence: string | undefined, now = Date.now()): boolean {
  const limit = patience[cadence ?? '']
  return limit !== undefined && now - Date.parse(newest) > limit
}
