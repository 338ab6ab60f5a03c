import {budgetYears, chosenYear} from '../budget.ts'
import type {Site} from '../site.ts'
import {air} from './air.ts'
import {airHours} from './air-hours.ts'
import {airLatest} from './air-latest.ts'
import {alertMonths} from './alert-months.ts'
import {appealFlow} from './appeal-flow.ts'
import {cityBudgets} from './city-budgets.ts'
import {december} from './december.ts'
import {districts} from './districts.ts'
import {execution} from './execution.ts'
import type {Figure} from './figure.ts'
import {flows} from './flows.ts'
import {functionYears} from './function-years.ts'
import {functions} from './functions.ts'
import {identity} from './identity.ts'
import {incomes} from './incomes.ts'
import {interventions} from './interventions.ts'
import {kpis} from './kpis.ts'
import {medians} from './medians.ts'
import {petitionChance} from './petition-chance.ts'
import {petitionFunnel} from './petition-funnel.ts'
import {petitions} from './petitions.ts'
import {plan} from './plan.ts'
import {queue} from './queue.ts'
import {survival} from './survival.ts'
import {types} from './types.ts'
import {unusual} from './unusual.ts'

const ofYear = async (
  site: Site,
  draw: (site: Site, year: {year: number; months: number}) => Promise<Figure | null>,
) => {
  const year = chosenYear(await budgetYears(site), site.query.get('year'))
  return year ? draw(site, year) : null
}

/** Every figure by name, from the address of its files: `/figures/<name>.svg?…`. */
export const figures: Record<string, (site: Site) => Promise<Figure | null>> = {
  december,
  functions: site => ofYear(site, functions),
  'function-years': functionYears,
  execution: site => ofYear(site, execution),
  plan,
  flows,
  incomes: site => ofYear(site, incomes),
  identity,
  'city-budgets': site => ofYear(site, cityBudgets),
  'appeal-flow': appealFlow,
  queue,
  survival,
  medians,
  types,
  unusual,
  interventions,
  petitions,
  'petition-funnel': petitionFunnel,
  'petition-chance': petitionChance,
  'alert-months': alertMonths,
  air: site => air(site, {property: site.query.get('property') ?? 'no2'}),
  'air-hours': airHours,
  'air-latest': airLatest,
  kpis,
  districts,
}
