import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, defineCity} from '@hromada/datasets'
import {openbudget} from '@hromada/datasets/cities/openbudget.ts'
import {beforeAll, expect, test} from 'vitest'
import {builtCity, dataFolder} from './city.fixture.ts'

/** A month of a budget in which everything agrees: 100 came in, 90 went out, 10 more lie on the accounts. */
const sound = {
  expenses: [
    'REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CONS_EK;COD_CONS_EK_NAME;ZAT_AMT;PLANS_AMT;FAKT_AMT',
    '12.2024;C;99202000000;2111;Wages;70,00;70,00;60,00',
    '12.2024;T;99202000000;2111;Wages;70,00;70,00;60,00',
    '12.2024;S;99202000000;2240;Services;30,00;30,00;30,00',
    '12.2024;T;99202000000;2240;Services;30,00;30,00;30,00',
  ],
  incomes: [
    'REP_PERIOD;FUND_TYP;COD_BUDGET;COD_INCO;NAME_INC;ZAT_AMT;PLANS_AMT;FAKT_AMT',
    '12.2024;C;99202000000;11010100;Income tax;100,00;;100,00',
    '12.2024;T;99202000000;11010100;Income tax;100,00;;100,00',
  ],
  credits: [
    'REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CRED_KK;COD_CRED_KK_NAME;ZAT_AMT;PLANS_AMT;FAKT_AMT',
    '12.2024;S;99202000000;4113;Loans;0,00;0,00;0,00',
    '12.2024;T;99202000000;4113;Loans;0,00;0,00;0,00',
  ],
  debts: [
    'REP_PERIOD;FUND_TYP;COD_BUDGET;COD_FINA;NAME_FIN;ZAT_AMT;FAKT_AMT',
    ...['600000', '602000'].flatMap(code => [
      `12.2024;C;99202000000;${code};Balances;-30,00;-40,00`,
      `12.2024;S;99202000000;${code};Balances;30,00;30,00`,
      `12.2024;T;99202000000;${code};Balances;0,00;-10,00`,
    ]),
    '12.2024;C;99202000000;602100;At the beginning;5,00;5,00',
    '12.2024;T;99202000000;602100;At the beginning;5,00;5,00',
    '12.2024;C;99202000000;602200;At the end;35,00;45,00',
    '12.2024;T;99202000000;602200;At the end;35,00;45,00',
    '12.2024;S;99202000000;602400;Between funds;30,00;30,00',
    '12.2024;T;99202000000;602400;Between funds;30,00;30,00',
  ],
  programs: [
    'REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CONS_MB_FK;COD_CONS_MB_FK_NAME;COD_CONS_MB_PK;COD_CONS_EK;ZAT_AMT;FAKT_AMT',
    '12.2024;C;99202000000;0111;Government;0210160;2111;70,00;60,00',
    '12.2024;T;99202000000;0111;Government;0210160;2111;70,00;60,00',
    '12.2024;S;99202000000;0620;Streets;1216030;2240;30,00;30,00',
    '12.2024;T;99202000000;0620;Streets;1216030;2240;30,00;30,00',
  ],
} satisfies Record<string, string[]>

type File = keyof typeof sound
const fileOf: Record<string, File> = {
  'budget-expenses': 'expenses',
  'budget-incomes': 'incomes',
  'budget-credits': 'credits',
  'budget-financing': 'debts',
  'budget-programs': 'programs',
}

/** A kopiyka in one place of one file, and the rules that it breaks. */
const faults: {id: string; file: File; from: string; to: string; breaks: string[]}[] = [
  {id: 'sound', file: 'expenses', from: 'Wages', to: 'Pay', breaks: []},
  {
    id: 'total',
    file: 'incomes',
    from: 'T;99202000000;11010100;Income tax;100,00;;100,00',
    to: 'T;99202000000;11010100;Income tax;100,00;;100,01',
    breaks: ['income_funds'],
  },
  {
    id: 'income',
    file: 'incomes',
    from: ';;100,00',
    to: ';;100,01',
    breaks: ['closing'],
  },
  {
    id: 'part',
    file: 'debts',
    from: 'At the end;35,00;45,00',
    to: 'At the end;35,00;45,01',
    breaks: ['financing_parts'],
  },
  {
    id: 'program',
    file: 'programs',
    from: 'Streets;1216030;2240;30,00;30,00',
    to: 'Streets;1216030;2240;30,00;30,01',
    breaks: ['programs_economic'],
  },
  {
    id: 'code',
    file: 'programs',
    from: '1216030;2240',
    to: '1216030;2210',
    breaks: ['programs_economic_codes'],
  },
  {
    id: 'two-budgets',
    file: 'debts',
    from: '99202000000;60',
    to: '99201000000;60',
    breaks: [],
  },
]

let town: Awaited<ReturnType<typeof builtCity>>

beforeAll(async () => {
  const mirror = dataFolder()
  const cities: City[] = []
  for (const {id, file, from, to} of faults) {
    await mkdir(join(mirror, id))
    for (const [name, lines] of Object.entries(sound))
      await writeFile(
        join(mirror, id, `${name}.csv`),
        lines.map(line => (name === file ? line.replace(from, to) : line)).join('\n'),
      )
    cities.push(
      defineCity({
        id,
        name: {uk: id, en: id},
        nameOf: {uk: id, en: id},
        country: 'UA',
        zone: 'Europe/Kyiv',
        bbox: [22, 44, 40, 52],
        feeds: openbudget(id, '').map(feed => ({
          ...feed,
          mirror: {
            path: `${id}/${fileOf[feed.dataset.id]}.csv`,
            format: {kind: 'csv', delimiter: ';'},
          },
          columns: {
            ...feed.columns,
            ...(feed.dataset.id === 'budget-programs'
              ? {program: {from: 'COD_CONS_MB_PK', width: 7}, kekv: {from: 'COD_CONS_EK', width: 4}}
              : {}),
          },
        })),
      }),
    )
  }
  town = await builtCity(cities, mirror, {select: '+budget_reconciliation'})
  return () => town.warehouse.close()
})

test.each(faults)('$id: one kopiyka breaks $breaks', async ({id, breaks}) => {
  const rows = await town.rows<{rule: string}>(
    `select rule from budget_reconciliation where city = '${id}' and lines_off > 0 order by rule`,
  )
  expect(rows.map(({rule}) => rule)).toEqual(breaks)
})

test('expected, found and difference are told', async () => {
  expect(
    await town.row(
      `select expected_uah::varchar as expected, found_uah::varchar as found, difference_uah::varchar as difference, lines, lines_off
       from budget_reconciliation where city = 'income' and rule = 'closing'`,
    ),
  ).toEqual({expected: '90.01', found: '90.00', difference: '-0.01', lines: 1, lines_off: 1})
})

test('the same files under two budget codes are shown apart and block nothing', async () => {
  expect(
    await town.rows(
      `select rule, is_blocking, lines_off from budget_reconciliation where city = 'two-budgets' and rule like 'closing%'`,
    ),
  ).toEqual([{rule: 'closing_of_two_budgets', is_blocking: false, lines_off: 0}])
})

test('the audit counts every rule that is broken', () => {
  const audits = town.built.models.find(({model}) => model.name === 'budget_reconciliation')!.audits
  const broken = faults.reduce((sum, {breaks}) => sum + breaks.length, 0)
  expect(audits.find(({name}) => name === 'reconciles')).toMatchObject({severity: 'block', failures: broken})
})
