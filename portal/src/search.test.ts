import {expect, test} from 'vitest'
import {stem} from './search.ts'

test.each([
  [['звернення', 'зверненням', 'звернень']],
  [['бюджет', 'бюджету', 'бюджетом', 'бюджети']],
  [['видатки', 'видатків', 'видатками', 'видаток']],
  [['зупинка', 'зупинок', 'зупинки']],
  [['петиція', 'петиції', 'петицій', 'петиціями']],
  [['район', 'району', 'районів', 'районами']],
  [['будівля', 'будівлі']],
  [['здоров’я', 'здоровʼя', "здоров'я"]],
  [['appeal', 'appeals']],
  [['building', 'buildings']],
])('%j come together', forms => {
  expect(new Set(forms.map(stem)).size).toBe(1)
})

test('different words stay apart, single letters are nothing', () => {
  expect(stem('борг')).not.toBe(stem('борщ'))
  expect(stem('міст')).not.toBe(stem('мова'))
  expect(stem('і')).toBeNull()
})
