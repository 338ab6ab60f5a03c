import {expect, test} from 'vitest'
import {modelRows} from '../../../test/model-rows.fixture.ts'
import model from './int_budget_months.ts'

const line = (month: number, code: string, executed: number) => ({
  city: 'lutsk',
  flow: 'expense',
  year: 2026,
  month,
  fund: 'C',
  code,
  executed_cumulative_uah: executed,
})

test('a month is the difference to the month before, and a correction makes it negative', async () => {
  const rows = await modelRows(model, {
    int_budget_lines: [line(1, '2111', 100), line(2, '2111', 250), line(3, '2111', 240)],
  })
  expect(rows.map(({month, executed_month_uah}) => [month, Number(executed_month_uah)]).sort()).toEqual([
    [1, 100],
    [2, 150],
    [3, -10],
  ])
})

test('money that moved to another code is not counted under both', async () => {
  const rows = await modelRows(model, {
    int_budget_lines: [line(1, '2111', 100), line(2, '2120', 100)],
  })
  const months = rows.map(({month, code, executed_month_uah}) => [month, code, Number(executed_month_uah)])
  expect(months.sort()).toEqual([
    [1, '2111', 100],
    [2, '2111', -100],
    [2, '2120', 100],
  ])
})

test('a code that is renamed within the year has in each month the name of that month', async () => {
  const rows = await modelRows(model, {
    int_budget_lines: [
      {...line(1, '2111', 100), code_name: 'Стара'},
      {...line(2, '2111', 250), code_name: 'Нова'},
    ],
  })
  expect(rows.map(({month, code_name}) => [month, code_name]).sort()).toEqual([
    [1, 'Стара'],
    [2, 'Нова'],
  ])
})

test('tables that the model does not read are refused', async () => {
  await expect(modelRows(model, {appeals: []})).rejects.toThrow(
    'int_budget_months does not read appeals; it reads int_budget_lines.',
  )
})
