/** How much of a thing is done in each month, January first; 1 is usual. Where it is 0 nothing is done and nothing paid. */
export type Season = readonly number[]

export const seasons = {
  /** Snow and ice on roads: November to March. */
  winter: [1.4, 1.3, 0.9, 0, 0, 0, 0, 0, 0, 0, 0.7, 1.3],
  /** Salt and sand for it are laid in before. */
  winterStock: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1.5, 1, 0],
  /** Holes open when frost goes, and the asphalt works close for the winter. */
  potholes: [0, 0, 1.5, 2.4, 1.7, 1, 0.8, 0.8, 0.9, 0.9, 0.6, 0],
  /** Paint holds on dry and warm asphalt. */
  marking: [0, 0, 0, 0.8, 1.6, 1.4, 1, 0.8, 1, 0.7, 0, 0],
  /** Asphalt and paving. */
  paving: [0, 0, 0.4, 0.8, 1, 1.2, 1.3, 1.3, 1.3, 1.1, 0.7, 0],
  /** Works out of doors that are handed over before New Year. */
  outdoors: [0, 0, 0, 0.7, 1, 1, 1.1, 1.2, 1.2, 1.2, 1.1, 1],
  mowing: [0, 0, 0, 0.8, 1.4, 1.4, 1.1, 0.9, 0.9, 0.6, 0, 0],
  planting: [0, 0, 1, 1.3, 0, 0, 0, 0, 0, 1, 1.2, 0],
  pruning: [1, 1.3, 1.2, 0, 0, 0, 0, 0, 0, 0, 1, 0.9],
  /** Boilers and meters are seen to when nobody heats. */
  beforeHeating: [0, 0, 0, 0.4, 0.9, 1.3, 1.4, 1.3, 1, 0.4, 0, 0],
  /** Rooms are painted when children are on holiday; the rest of the year little. */
  holidays: [0.3, 0.3, 0.4, 0.5, 0.8, 1.7, 2.1, 2, 0.9, 0.6, 0.5, 0.7],
  camps: [0.3, 0.2, 0.5, 0.3, 0.5, 1.8, 2.2, 2, 0.5, 0.4, 0.5, 0.3],
  /** Pupils eat at school while there are lessons. */
  lessons: [1, 1, 1, 1, 1, 0.5, 0, 0, 1, 1, 1, 1],
} as const satisfies Record<string, Season>

/** The first and last month of the stretch of a season that holds `from`, at most so many months on. */
export function stretch(season: Season | null, from: number, months: number): {from: number; to: number} {
  let to = from
  while (to < 11 && to - from + 1 < months && (season?.[to + 1] ?? 1) > 0) to++
  return {from, to}
}
