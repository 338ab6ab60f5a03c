import {officeName} from '../petitions/petition-answer.ts'
import type {PlaceBook} from '../petitions/place-book.ts'
import type {Project} from './project.ts'

/** The school whose parents vote together: a project of it wins every year. */
export const winningSchool = 'ліцеї № 6'

const schoolTitles = [
  'Скеледром у ліцеї № 6',
  'Медіастудія «Ефір» у ліцеї № 6',
  'Оновлена спортивна зала в ліцеї № 6',
  'Метеостанція та обсерваторія в ліцеї № 6',
  'Шкільний театр «Шосте чуття» в ліцеї № 6',
  'Інклюзивний простір у ліцеї № 6',
]

export const schoolProject = (year: number, book: PlaceBook): Partial<Project> => ({
  topic: 'Освіта',
  title: schoolTitles[year % schoolTitles.length]!,
  describe:
    'Проєкт підготували учні, батьки й учителі ліцею № 6; після уроків простір відкритий для мешканців.',
  department: officeName('education'),
  type: 'локальний',
  district: book.institutionDistrict('ліцей № 6'),
  planKopiykas: 39_600_000 + (year % 5) * 120_000,
})

/** It had next to no votes until two hours before the end. */
export const lateTitle = 'Парковка з навісами біля Середмістського ринку'
export const lateProject = (book: PlaceBook): Partial<Project> => ({
  topic: 'Благоустрій',
  title: lateTitle,
  describe: 'Навіси та розмітка на сорок автомобілів біля торгового ряду.',
  department: officeName('utilities'),
  type: 'локальний',
  district: book.areaDistrict('Середмістський ринок'),
  planKopiykas: 31_450_000,
})

/** It cost two and a half times what it was voted for. */
export const overrunTitle = 'Пляж без бар’єрів: пандус і душові на пляжі «Лазурний»'
export const overrunShare = 2.47
export const overrunProject = (book: PlaceBook): Partial<Project> => ({
  topic: 'Благоустрій',
  title: overrunTitle,
  describe: 'Дерев’яний настил до води, доступні душові та роздягальні.',
  department: officeName('utilities'),
  type: 'загальноміський',
  district: book.areaDistrict('пляж «Лазурний»'),
  planKopiykas: 48_720_000,
})
