import {legalCode} from '../../tools/language/contacts.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from './address.ts'
import {distance} from './distance.ts'
import {footprintOf} from './footprint.ts'

export type InstitutionKind = 'hospital' | 'clinic' | 'school' | 'kindergarten'

/** A hospital, clinic, school or kindergarten. */
export type Institution = {
  /** ЗЗСО-06 */
  id: string
  kind: InstitutionKind
  name: string
  edrpou: string
  /** The one with its address; the largest of a campus. */
  building: Building
  /** Square metres on all storeys of all its buildings. */
  floorMetres2: number
}

/** Buildings of a hospital closer to each other than this are one institution. */
const campusMetres = 160

const hospitalNames = [
  'Міська клінічна лікарня № 1',
  'Дитяча міська лікарня',
  'Міська лікарня № 2',
  'Пологовий будинок',
  'Інфекційна лікарня',
  'Міська лікарня № 3',
]
const kindergartenNames = [
  'Чайка',
  'Дельфінчик',
  'Веселка',
  'Якірець',
  'Колосок',
  'Сонечко',
  'Маячок',
  'Ластівка',
  'Пролісок',
  'Вітрильце',
  'Бджілка',
  'Калинка',
  'Перлинка',
  'Джерельце',
  'Горобинка',
  'Барвінок',
  'Волошка',
  'Кораблик',
  'Дзвіночок',
  'Ковилка',
]

/** Institutions by their number. Schools are numbered across the districts, the rest by size. */
export function institutionsOf(ground: Ground): Institution[] {
  const of = (kind: InstitutionKind) =>
    ground.buildings.filter(building => building.kind === kind && hasAddress(building))
  const hospitals = campuses(of('hospital'))
  const clinics = campuses(of('clinic'))
  const kindergartens = campuses(of('kindergarten'))
  return [
    ...hospitals.map((campus, index) =>
      institution(
        'hospital',
        campus,
        `ЛІК-${index + 1}`,
        hospitalNames[index] ?? `Міська лікарня № ${index - 1}`,
        200 + index,
      ),
    ),
    ...clinics.map((campus, index) =>
      institution('clinic', campus, `АЗП-${index + 1}`, `Поліклініка № ${index + 1}`, 230 + index),
    ),
    ...numbered(campuses(of('school'))).map(({campus, number}) =>
      institution('school', campus, `ЗЗСО-${number}`, `Ліцей № ${number}`, 300 + number),
    ),
    ...kindergartens.map((campus, index) =>
      institution(
        'kindergarten',
        campus,
        `ЗДО-${index + 1}`,
        `Заклад дошкільної освіти № ${index + 1} «${kindergartenNames[index % kindergartenNames.length]}»`,
        400 + index,
      ),
    ),
  ]
}

/** Groups of buildings that stand together, each by size; the group with the largest building first. */
function campuses(buildings: Building[]): Building[][] {
  const bySize = [...buildings].sort((a, b) => floorsOf(b) - floorsOf(a) || (a.id < b.id ? -1 : 1))
  const groups: Building[][] = []
  for (const building of bySize) {
    const group = groups.find(([main]) => distance(main!.centre, building.centre) < campusMetres)
    if (group) group.push(building)
    else groups.push([building])
  }
  return groups
}

/**
 * The largest three schools of the first district are № 1, 6 and 11, those of the second 2, 7 and 12 …; what a
 * district has more fills the gaps and goes on from 16.
 */
function numbered(schools: Building[][]): {campus: Building[]; number: number}[] {
  const seen = [0, 0, 0, 0, 0]
  const byNumber = new Map<number, Building[]>()
  const more: Building[][] = []
  for (const campus of schools) {
    const {district} = campus[0]!
    const place = seen[district]!++
    if (place < 3) byNumber.set(1 + district + 5 * place, campus)
    else more.push(campus)
  }
  for (let number = 1; more.length > 0; number++)
    if (!byNumber.has(number)) byNumber.set(number, more.shift()!)
  return [...byNumber].map(([number, campus]) => ({campus, number})).sort((a, b) => a.number - b.number)
}

/** About 38 m² of floor a bed, with theatres and corridors. */
export const bedsOf = ({floorMetres2}: Institution): number =>
  5 * Math.max(6, Math.round(floorMetres2 / 38 / 5))

const floorsOf = (building: Building) => footprintOf(building) * building.storeys

const institution = (
  kind: InstitutionKind,
  campus: Building[],
  id: string,
  name: string,
  code: number,
): Institution => ({
  id,
  kind,
  name,
  edrpou: legalCode(code),
  building: campus[0]!,
  floorMetres2: campus.reduce((sum, building) => sum + floorsOf(building), 0),
})
