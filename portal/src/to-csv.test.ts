import {expect, test} from 'vitest'
import {toCsv} from './to-csv.ts'

test('a file has every column, hidden ones too, and values as they are', () => {
  const table = {
    columns: [
      {key: 'name', label: 'Назва'},
      {key: 'uah', label: 'млн ₴', isNumber: true, text: (value: number) => String(value / 1e6)},
      {key: 'code', label: 'Код', isHidden: true},
    ],
    rows: [
      {name: 'Освіта, "школи"', uah: 5_881_200_000.25, code: '0921'},
      {name: 'Рядок\nдругий', uah: null, code: '0180'},
    ],
    total: {name: 'Разом', uah: 1},
  }
  expect(toCsv(table)).toBe(
    'name,uah,code\r\n"Освіта, ""школи""",5881200000.25,0921\r\n"Рядок\nдругий",,0180\r\n',
  )
})
