import {mkdir} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'

const datasets = resolve(import.meta.dirname, '../../datasets')

/** The treasury's files in the mirror, and the sample each is made from. */
const files = {
  expenses: 'budget-expenses',
  incomes: 'budget-incomes',
  debts: 'budget-financing',
  credits: 'budget-credits',
  expenses_functional_partial: 'budget-programs',
}

/** Hours between two alerts' beginnings: 180,000 of them are twenty years. */
const alerts = 180_000

/**
 * Writes a mirror of everything Mykolaiv publishes, with the sums of the samples. `wages`: what the code 2111 is
 * called. `isWrong`: one total of the expenditure is a kopiyka more than its parts.
 */
export async function writeMykolaiv(
  folder: string,
  {wages = 'Заробітна плата', isWrong = false}: {wages?: string; isWrong?: boolean} = {},
): Promise<void> {
  await mkdir(join(folder, 'budgets/ua_openbudget'), {recursive: true})
  await mkdir(join(folder, 'geo'), {recursive: true})
  const instance = await DuckDBInstance.create()
  const duck = await instance.connect()
  try {
    for (const [name, sample] of Object.entries(files)) {
      const changes = [
        `'1454900000' as COD_BUDGET`,
        ...(name === 'expenses'
          ? [`if(COD_CONS_EK = '2111', '${wages}', COD_CONS_EK_NAME) as COD_CONS_EK_NAME`]
          : []),
        ...(name === 'expenses' && isWrong
          ? [
              `if(REP_PERIOD = '03.2024' and FUND_TYP = 'T' and COD_CONS_EK = '2111', ` +
                `(FAKT_AMT::decimal(18, 2) + 0.01)::varchar, FAKT_AMT) as FAKT_AMT`,
            ]
          : []),
      ]
      await duck.run(
        `copy (select * replace (${changes.join(', ')}), 'Mykolaiv' as CITY
          from read_csv('${join(datasets, sample, 'sample.csv')}', delim = ';', all_varchar = true))
        to '${join(folder, `budgets/ua_openbudget/${name}.parquet`)}' (format parquet)`,
      )
    }
    await duck.run(
      `copy (select 'Mykolaivska oblast' as oblast, '' as raion, '' as hromada, 'oblast' as level,
          strftime(begins, '%Y-%m-%d %H:%M:%S+00:00') as started_at,
          strftime(begins + interval 10 minute, '%Y-%m-%d %H:%M:%S+00:00') as finished_at, 'official' as source
        from (select timestamp '2004-01-01' + to_hours(i) as begins from range(${alerts}) as t(i)))
      to '${join(folder, 'geo/alerts_official_en_to_2024-04.csv')}' (header)`,
    )
  } finally {
    duck.closeSync()
    instance.closeSync()
  }
}
