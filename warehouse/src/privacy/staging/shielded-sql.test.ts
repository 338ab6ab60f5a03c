import {DuckDBInstance} from '@duckdb/node-api'
import spending from '@hromada/datasets/spending/dataset.ts'
import {expect, test} from 'vitest'
import {shieldedSql} from './shielded-sql.ts'

/** Parties as they stand in files of spending.gov.ua: legal entities by EDRPOU, persons by a taxpayer's number or none. */
const parties: [code: string | null, name: string | null, isShown: boolean][] = [
  ['99306951', 'ТОВ "Приклад-Пірс-Сервіс"', true],
  ['00000017', null, true],
  ['9900000011', 'Шаблотик Ярослав Ігорович', false],
  [null, 'Шаблотик Ярослав Ігорович', false],
  ['', 'ШАБЛОТИК ЯРОСЛАВ', false],
  ['99306952', 'ФОП Шаблотик Я. І.', false],
  ['99306953', ' Фізична особа-підприємець Шаблотик', false],
  ['9930695', 'Without a digit', false],
  ['9930695Х', 'With a letter', false],
]

test('legal entities are named, persons and whoever is not known are not', async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  const columns = Object.keys(spending.columns).filter(name => name !== 'payee_code' && name !== 'payee_name')
  await connection.run(
    `create table landed as select n, payee_code, payee_name, ${columns.map(name => `'x' as ${name}`).join()}
     from (values ${parties.map((_, at) => `(${at}, $${2 * at + 1}::varchar, $${2 * at + 2}::varchar)`).join()}) t(n, payee_code, payee_name)`,
    parties.flatMap(party => party.slice(0, 2) as (string | null)[]),
  )
  const shown = await connection.runAndReadAll(
    `select payee_code, payee_name from (${shieldedSql(spending, 'select * from landed order by n')})`,
  )
  expect(shown.getRows()).toEqual(
    parties.map(([code, name, isShown]) => (isShown ? [code, name] : [null, null])),
  )
  // What is forbidden is not there at all.
  const all = await connection.runAndReadAll(shieldedSql(spending, 'select * from landed'))
  for (const name of ['payment_details', 'payer_account', 'payee_account'])
    expect(all.columnNames()).not.toContain(name)
  connection.closeSync()
})
