import {expect, test} from 'vitest'
import {modelRows} from '../../../test/model-rows.fixture.ts'
import model from './budget_classifications.ts'

const income = (period: string, kkd: string, kkd_name: string | null, fund = 'C') => ({
  city: 'lutsk',
  period,
  fund,
  budget_code: '0355100000',
  kkd,
  kkd_name,
})

const columns = ['code', 'name', 'valid_from', 'valid_to', 'is_from_first_file', 'names', 'months'] as const
const shown = (rows: Record<string, unknown>[]) => rows.map(row => columns.map(column => row[column]))

test('a name is in force until the next one is, months without the code included', async () => {
  const rows = await modelRows(model, {
    stg_budget_incomes: [
      income('2022-08-31', '13020300', 'Рентна плата для гідроенергетики'),
      income('2022-09-30', '13020300', 'Рентна плата для гідроенергетики '),
      income('2022-12-31', '13020300', 'Рентна плата без вилучення води'),
      income('2022-12-31', '13020300', 'Рентна плата без вилучення води', 'S'),
      income('2023-03-31', '13020300', 'Рентна плата без вилучення води'),
      income('2022-09-30', '11011500', 'Податок шахтарів'),
      income('2023-03-31', '11011500', null),
    ],
  })
  expect(shown(rows)).toEqual([
    ['11011500', 'Податок шахтарів', '2022-09-01', null, false, 1, 1],
    ['13020300', 'Рентна плата для гідроенергетики', '2022-08-01', '2022-11-30', true, 2, 2],
    ['13020300', 'Рентна плата без вилучення води', '2022-12-01', null, false, 2, 2],
  ])
})

test('a name that comes back is in force twice', async () => {
  const rows = await modelRows(model, {
    stg_budget_incomes: [
      income('2024-01-31', '22010600', 'А'),
      income('2024-02-29', '22010600', 'Б'),
      income('2024-03-31', '22010600', 'А'),
    ],
  })
  expect(shown(rows).map(([, name, from, to]) => [name, from, to])).toEqual([
    ['А', '2024-01-01', '2024-01-31'],
    ['Б', '2024-02-01', '2024-02-29'],
    ['А', '2024-03-01', null],
  ])
})

test('programmes have the name of the standard list, and say so', async () => {
  const rows = await modelRows(model, {
    int_budget_program_lines: [
      {
        city: 'lutsk',
        year: 2025,
        month: 2,
        kfk: '0910',
        program: '1010',
        program_code: '0611010',
        kekv: '2111',
      },
    ],
    program_names: [{program: '1010', standard_kfk: '0910', program_name: 'Надання дошкільної освіти'}],
  })
  expect(rows[0]).toMatchObject({
    classification: 'program',
    code: '1010',
    name: 'Надання дошкільної освіти',
    valid_from: '2025-02-01',
    is_of_list: true,
  })
})

test('every classification of the files is told of', async () => {
  const line = {city: 'lutsk', period: '2025-01-31', fund: 'C', budget_code: '0355100000'}
  const rows = await modelRows(model, {
    stg_budget_incomes: [income('2025-01-31', '11010100', 'ПДФО')],
    stg_budget_expenses: [{...line, kekv: '2111', kekv_name: 'Заробітна плата'}],
    stg_budget_programs: [{...line, kfk: '0910', kfk_name: 'Дошкільна освіта', program: '1010'}],
    stg_budget_financing: [{...line, financing_code: '602100', financing_name: 'На початок періоду'}],
    stg_budget_credits: [{...line, credit_code: '4113', credit_name: 'Надання кредитів'}],
  })
  expect(rows.map(({classification, code}) => `${classification} ${code}`)).toEqual([
    'credit 4113',
    'economic 2111',
    'financing 602100',
    'functional 0910',
    'income 11010100',
  ])
})
