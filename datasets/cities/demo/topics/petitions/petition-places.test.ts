import {expect, test} from 'vitest'
import {Draw} from '../../tools/numbers/draw.ts'
import {parseDay} from '../../tools/time/days.ts'
import {atPlace, districtNameOn, drawPlace, inDistrict} from './petition-places.ts'

const renamedOn = parseDay('2023-05-03')

test('the preposition suits the vowel it stands before', () => {
  expect(inDistrict('Степовий')).toBe('у Степовому районі')
  expect(inDistrict('Узбережний')).toBe('в Узбережному районі')
  expect(inDistrict('Заріччянський')).toBe('у Заріччянському районі')
})

test('between two vowels у becomes в, before a cluster it stays', () => {
  expect(atPlace('Ремонт дороги {place}', 'у Гаванському районі')).toBe('Ремонт дороги в Гаванському районі')
  expect(atPlace('Ремонт дороги {place}', 'у Степовому районі')).toBe('Ремонт дороги у Степовому районі')
  expect(atPlace('Нічний автобус {place}', 'у Гаванському районі')).toBe(
    'Нічний автобус у Гаванському районі',
  )
})

test('a district goes by the name it has on the day', () => {
  expect(districtNameOn(1, renamedOn - 1, renamedOn)).toBe('Гвардійський')
  expect(districtNameOn(1, renamedOn, renamedOn)).toBe('Гаванський')
  for (let index = 0; index < 300; index++) {
    const {phrase} = drawPlace(
      new Draw('places', index),
      ['district', 'yard', 'private'],
      renamedOn,
      renamedOn,
    )
    expect(phrase).not.toMatch(/Гвардійськ|[{}]/)
  }
})
