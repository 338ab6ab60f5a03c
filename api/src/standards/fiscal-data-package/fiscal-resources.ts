/** A published table as a resource: which rows, and what its columns mean in the budget taxonomy. */
export type FiscalResource = {
  name: string
  table: string
  /** Conditions besides that of the city. */
  where: Record<string, string>
  columnTypes: Record<string, string>
  /** Columns of amounts that are rows of one value each, and the phase of each. */
  phases?: Record<string, string>
  /** What the columns leave unsaid, by column type. */
  constants: Record<string, string>
}

const place = {city: 'geo:source:code', year: 'date:fiscal-year'} as const

/**
 * The budget in the Fiscal Data Package 1.0, taxonomy of budgets: a plan as amended is `adjusted`, what was executed is
 * `executed`, a decision of the council is `approved`. A fund is a source of finance, a programme an activity, KEKV and
 * KKD are economic classifications of our own, KFK a functional one of which only the division is COFOG's.
 */
export const fiscalResources: FiscalResource[] = [
  {
    name: 'expenditure-by-programme',
    table: 'budget_programs',
    where: {},
    columnTypes: {
      ...place,
      division: 'functional-classification:cofog:division:code',
      kfk: 'functional-classification:generic:code',
      kfk_name: 'functional-classification:generic:label',
      program: 'activity:generic:program:code',
      program_name: 'activity:generic:program:label',
    },
    phases: {plan_amended_uah: 'adjusted', executed_uah: 'executed'},
    constants: {direction: 'expenditure'},
  },
  {
    name: 'expenditure-by-month',
    table: 'budget_expenses',
    where: {},
    columnTypes: {
      ...place,
      period_end: 'date:generic',
      fund: 'fin-source:generic:code',
      kekv: 'economic-classification:generic:code',
      kekv_name: 'economic-classification:generic:label',
      executed_month_uah: 'value',
    },
    constants: {direction: 'expenditure', 'phase:id': 'executed'},
  },
  {
    name: 'revenue-by-month',
    table: 'budget_incomes',
    where: {},
    columnTypes: {
      ...place,
      period_end: 'date:generic',
      fund: 'fin-source:generic:code',
      kkd: 'economic-classification:generic:code',
      kkd_name: 'economic-classification:generic:label',
      executed_month_uah: 'value',
    },
    constants: {direction: 'revenue', 'phase:id': 'executed'},
  },
  ...(['expense', 'income'] as const).map(flow => ({
    name: flow === 'expense' ? 'expenditure-approved' : 'revenue-approved',
    table: 'budget_plan_versions',
    where: {plan_version: 'approved', flow},
    columnTypes: {...place, as_of: 'date:fiscal:activity-approval', plan_uah: 'value'},
    constants: {direction: flow === 'expense' ? 'expenditure' : 'revenue', 'phase:id': 'approved'},
  })),
]
