/** What planning needs to know of the release: plain JSON inside the page. */
export type PlanningSetup = {
  release: {id: string; createdAt: string}
  /** Tables that planning reads of this city, with what proves which rows they were. */
  tables: {name: string; title: string; sha256: string}[]
  /** Who lives in the city, by its own count; null where nobody says. */
  residents: number | null
  /** Address of the report, to which a study is added after `#`. */
  reportAddress: string
}

type Table = {name: string; title: {uk: string; en: string}; sha256: string}

const read = ['buildings', 'planning_zones', 'zone_rules', 'schools']

/** Planning's setup from the catalogue; null where the city's buildings have no outlines to plan among. */
export function planningSetup(
  tables: Table[],
  lang: string,
  rest: Omit<PlanningSetup, 'tables'>,
): PlanningSetup | null {
  const found = read.flatMap(name => tables.find(table => table.name === name) ?? [])
  if (found[0]?.name !== 'buildings') return null
  return {
    ...rest,
    tables: found.map(({name, title, sha256}) => ({name, title: title[lang === 'uk' ? 'uk' : 'en'], sha256})),
  }
}
