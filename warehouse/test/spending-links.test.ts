import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {defineCity, feed} from '@hromada/datasets'
import contracts from '@hromada/datasets/contracts/dataset.ts'
import projects from '@hromada/datasets/participatory-projects/dataset.ts'
import spending from '@hromada/datasets/spending/dataset.ts'
import {beforeAll, expect, test} from 'vitest'
import {builtCity, dataFolder} from './city.fixture.ts'

const title = 'Тактильна плитка на вулиці Паромній'
const person = '9900000011'

/** Contract, buyer, number, date, value, contractor, end of term, subject. */
const contractRows = [
  [
    '1',
    '99030012',
    '65-25',
    '2025-02-01',
    '1000.00',
    '99306951',
    '2025-06-30',
    `Ремонт за проєктом громадського бюджету «${title}»`,
  ],
  ['2', '99030012', '66-25', '2025-02-01', '777.77', '99254094', '2025-12-31', `Плитка: ${title}`],
  ['3', '99030012', '7/25', '2025-02-01', '500.00', person, '2025-12-31', 'Прибирання'],
  ['4', '99030012', '65-25', '2025-05-01', '900.00', '99306951', '2025-12-31', 'Той самий номер'],
]

/** Payment, day, amount, payer, payee, contract in the system, number of the contract; what it must be linked to, how. */
const payments: [string, string, string, string, string, string, string, string | null, string][] = [
  ['p1', '2025-03-01', '600.00', '99030012', '99306951', '1', '65-25', '1', 'confirmed'],
  ['p2', '2025-03-02', '300.00', '99030012', '99306951', '', '№ 65-25', '1', 'probable'],
  // By June the newer of two contracts with one number is meant.
  ['p3', '2025-06-01', '100.00', '99030012', '99306951', '', '65-25', '4', 'probable'],
  ['p4', '2026-02-01', '50.00', '99030012', '99306951', '', '65-25', '4', 'possible'],
  ['p5', '2025-04-01', '777.77', '99030012', '99254094', '', '', '2', 'possible'],
  ['p6', '2025-04-01', '777.78', '99030012', '99254094', '', '', null, 'unmatched'],
  ['p7', '2025-04-01', '777.77', '99004240', '99254094', '', '', null, 'unmatched'],
  ['p8', '2025-01-15', '300.00', '99030012', '99306951', '', '65-25', null, 'unmatched'],
  ['p9', '2025-04-01', '500.00', '99030012', person, '', '7/25', '3', 'probable'],
  ['p10', '2025-04-01', '500.00', '99030012', person, '', '', null, 'unmatched'],
  ['p11', '2025-04-01', '250.00', '99030012', '99306951', '1', '', '1', 'confirmed'],
]

let town: Awaited<ReturnType<typeof builtCity>>

beforeAll(async () => {
  const mirror = dataFolder()
  const write = (file: string, header: string, rows: (string | null)[][]) =>
    writeFile(join(mirror, file), [header, ...rows.map(row => row.join(';'))].join('\n'))
  await write(
    'contracts.csv',
    'id;edrpou;documentNumber;documentDate;currencyAmountUAH;contractors.identifier;toDate;subject',
    contractRows,
  )
  await write(
    'spending.csv',
    'id;trans_date;amount;payer_edrpou;recipt_edrpou;contractId;contractNumber;recipt_name',
    payments.map(row => [...row.slice(0, 7), row[4] === person ? 'Шаблотик Ярослав Ігорович' : 'ТОВ']),
  )
  await write('projects.csv', 'uid;year;title;status;count;budgetPlan;budgetFact', [
    ['a', '2024', title, 'реалізований', '500', '1000.00', '1000.00'],
    ['b', '2024', 'Лавки', 'не увійшов до переможців', '90', '100.00', ''],
    ['c', '2024', 'Скейт-парк біля Приморського стадіону', 'в стадії реалізації', '700', '0', ''],
  ])
  const csv = (path: string) => ({mirror: {path, format: {kind: 'csv', delimiter: ';'}}}) as const
  const city = defineCity({
    id: 'lutsk',
    name: {uk: 'Луцьк', en: 'Lutsk'},
    nameOf: {uk: 'Луцька', en: 'Lutsk'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [25, 50, 26, 51],
    feeds: [
      feed(contracts, csv('contracts.csv')),
      feed(spending, csv('spending.csv')),
      feed(projects, csv('projects.csv')),
    ],
  })
  town = await builtCity([city], mirror, {
    select: '+participatory_projects,+spending_links,+spending_payees,+contracts_without_tender',
  })
  return () => town.warehouse.close()
})

test.each(payments)('%s of %s is linked as its rule says', async (id, ...rest) => {
  const [contract, level] = rest.slice(-2)
  expect(
    await town.row(`select linked_contract_id, link_level from spending where payment_id = '${id}'`),
  ).toEqual({linked_contract_id: contract, link_level: level})
})

test('what was paid under a contract leaves out what only may have been', async () => {
  expect(
    await town.rows(
      `select contract_id, payments, paid_uah::varchar as paid, confirmed_uah::varchar as confirmed, possible_uah::varchar as possible, is_overpaid
       from contracts order by contract_id`,
    ),
  ).toEqual([
    {
      contract_id: '1',
      payments: 3,
      paid: '1150.00',
      confirmed: '850.00',
      possible: '0.00',
      is_overpaid: true,
    },
    {contract_id: '2', payments: 0, paid: '0.00', confirmed: '0.00', possible: '777.77', is_overpaid: false},
    {contract_id: '3', payments: 1, paid: '500.00', confirmed: '0.00', possible: '0.00', is_overpaid: false},
    {contract_id: '4', payments: 1, paid: '100.00', confirmed: '0.00', possible: '50.00', is_overpaid: false},
  ])
})

test('links by level add up to all payments', async () => {
  const rows = await town.rows<{link_level: string; payments: number}>(
    `select link_level, sum(payments) as payments from spending_links group by 1 order by 1`,
  )
  expect(rows.map(({link_level, payments}) => [link_level, Number(payments)])).toEqual([
    ['confirmed', 2],
    ['possible', 2],
    ['probable', 3],
    ['unmatched', 4],
  ])
})

test('the person is among the payees under no code and no name', async () => {
  expect(
    await town.rows(
      `select payee_code, payee_name, payments, paid_uah::varchar as paid from spending_payees where year = 2025 and payee_code = ''`,
    ),
  ).toEqual([{payee_code: '', payee_name: null, payments: 2, paid: '1000.00'}])
})

test('a project leads to its payments where a contract of the budget quotes its title', async () => {
  expect(
    await town.rows(
      `select project_id, stage, votes_rank, contracts, contracts_paid_uah::varchar as paid, spent_share
       from participatory_projects order by project_id`,
    ),
  ).toEqual([
    {project_id: 'a', stage: 'completed', votes_rank: 2, contracts: 1, paid: '1150.00', spent_share: 1},
    {project_id: 'b', stage: 'not_selected', votes_rank: 3, contracts: 0, paid: '0.00', spent_share: null},
    {project_id: 'c', stage: 'in_progress', votes_rank: 1, contracts: 0, paid: '0.00', spent_share: null},
  ])
})
