/** Programmes that the invasion brought: the council amended the budget in March 2022, the first was paid in April. */
const programsOfWar: ReadonlySet<string> = new Set(['0218240', '0813230'])

/** The year of the invasion; of its months, from 0, the first with a plan for it, and the first with payments. */
const invasion = {year: 2022, planned: 2, paid: 3}

/** How many months of a year pass before a programme is planned and paid. */
export const idleMonths = (program: string, year: number): {planned: number; paid: number} =>
  year === invasion.year && programsOfWar.has(program) ? invasion : {planned: 0, paid: 0}
