import {expect, test} from 'vitest'
import {parseDay} from '../../tools/time/days.ts'
import {
  areaWords,
  atPlace,
  crossingOf,
  districtNameOn,
  genitiveOf,
  inDistrict,
  locativeOf,
} from './place-words.ts'

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
})

test('names of areas and institutions are declined, their own words are not', () => {
  expect(areaWords('парк «Дубовий гай»')?.in).toBe('у парку «Дубовий гай»')
  expect(areaWords('житловий масив «Дружний»')?.of).toBe('житлового масиву «Дружний»')
  expect(areaWords('Чорне море')).toBeUndefined()
  expect(genitiveOf('стоматологічна поліклініка')).toBe('стоматологічної поліклініки')
  expect(genitiveOf('гімназія № 7')).toBe('гімназії № 7')
  expect(locativeOf('гімназія № 7')).toBe('гімназії № 7')
  expect(genitiveOf('пологовий будинок')).toBe('пологового будинку')
  expect(locativeOf('дитячий садок № 7')).toBe('дитячому садку № 7')
  expect(locativeOf('ліцей № 6')).toBe('ліцеї № 6')
})

test('crossings name two streets with the word that sounds best between them', () => {
  expect(crossingOf('вулиці Снопової', 'вулиці Шкільної')).toBe('вулиць Снопової й Шкільної')
  expect(crossingOf('вулиці Садівників', 'вулиці Шкільної')).toBe('вулиць Садівників і Шкільної')
  expect(crossingOf('вулиці Снопової', 'вулиці Яружної')).toBe('вулиць Снопової та Яружної')
  expect(crossingOf('проспекту Корабелів', 'вулиці Шкільної')).toBe('проспекту Корабелів і вулиці Шкільної')
})
