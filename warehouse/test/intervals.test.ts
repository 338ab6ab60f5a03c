import {sql} from 'kysely'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {logLogBound, wilsonBound} from '../src/functions.ts'
import {openWarehouse} from '../src/index.ts'

const z = 1.959963984540054

test('intervals of shares are there for few and for billions', async () => {
  const warehouse = await openWarehouse(temporaryFolder('hromada-intervals'))
  try {
    // statsmodels 0.15, proportion_confint(method='wilson'); of many, what the normal distribution says, to 1 / n.
    const known = [
      [8, 10, 0.49016247153664183, 0.9433178485456247],
      [100_000_000, 200_000_000, 0.5 - z / 2 / Math.sqrt(2e8), 0.5 + z / 2 / Math.sqrt(2e8)],
      [3_000_000_000, 4_000_000_000, 0.75 - z * Math.sqrt(0.1875 / 4e9), 0.75 + z * Math.sqrt(0.1875 / 4e9)],
    ] as const
    for (const [part, whole, low, high] of known) {
      const [of, all] = [sql<number>`cast(${part} as bigint)`, sql<number>`cast(${whole} as bigint)`]
      const row = await warehouse.db
        .selectNoFrom([wilsonBound(of, all, -z).as('low'), wilsonBound(of, all, z).as('high')])
        .executeTakeFirstOrThrow()
      expect(row.low).toBeCloseTo(low, 9)
      expect(row.high).toBeCloseTo(high, 9)
    }
    const survival = await warehouse.db
      .selectNoFrom(logLogBound(sql.lit(0.5), sql.lit(0.04), z).as('low'))
      .executeTakeFirstOrThrow()
    expect(survival.low).toBeCloseTo(0.5 ** Math.exp((z * 0.2) / Math.LN2), 12)
  } finally {
    await warehouse.close()
  }
})
