import {legalCode} from '../tools/language/contacts.ts'
import {distance} from '../tools/space/vector.ts'
import {cityResidents} from './ground/buildings/people/settle.ts'
import {footprintOf} from './ground/footprint.ts'
import {type Building, type Ground, residentsOf} from './ground/ground.ts'
import {hasAddress} from './ground/has-address.ts'

export type InstitutionKind = 'hospital' | 'clinic' | 'school' | 'kindergarten'

/** A hospital, clinic, school or kindergarten of the city, as every source names it. */
export type Institution = {
  /** ЗЗСО-6 */
  id: string
  kind: InstitutionKind
  /** As registers write it: «КНП «Прикладська поліклініка № 3»». */
  name: string
  /** As residents say it: «поліклініка № 3». */
  short: string
  /** ЄДРПОУ; no real body's begins with 99. */
  edrpou: string
  /** The one with its address; the largest of a campus. */
  building: Building
  /** Square metres on all storeys of all its buildings. */
  floorMetres2: number
  /** Places for children by the size of the house, and children; 0 for what has no children to teach. */
  places: number
  pupils: number
}

/** Buildings of an institution closer to each other than this are one. */
const campusMetres = 160

const hospitalNames = [
  'міська лікарня',
  'дитяча лікарня',
  'пологовий будинок',
  'міська лікарня № 2',
  'інфекційна лікарня',
  'міська лікарня № 3',
]
/** One of the clinics, by its place, is that of the dentists. */
const dentists = 4

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
  'Ромашка',
  'Журавлик',
  'Теремок',
  'Їжачок',
  'Лелеченя',
  'Вербиченька',
  'Світлячок',
  'Зірочка',
  'Равлик',
  'Промінець',
  'Віночок',
  'Казка',
  'Морська зірка',
  'Струмочок',
  'Яблунька',
  'Жайворонок',
  'Мальва',
  'Метелик',
  'Росинка',
  'Берізка',
  'Капітошка',
  'Чорнобривчик',
  'Топольок',
  'Мушля',
  'Білочка',
  'Золота рибка',
  'Горішок',
  'Лісова казка',
  'Пелюстка',
  'Дзеркальце',
]

/** Institutions by their number. Schools are numbered across the districts, the rest by size. */
export function institutionsOf(ground: Ground): Institution[] {
  let known = made.get(ground)
  if (!known) {
    known = makeInstitutions(ground)
    made.set(ground, known)
  }
  return known
}

/** Several chapters of one thread ask for the same. */
const made = new WeakMap<Ground, Institution[]>()

function makeInstitutions(ground: Ground): Institution[] {
  const of = (kind: InstitutionKind) =>
    campuses(ground.buildings.filter(building => building.kind === kind && hasAddress(building)))
  const all = [
    ...of('hospital').map((campus, index) =>
      ofHealth(
        'hospital',
        campus,
        `ЛІК-${index + 1}`,
        hospitalNames[index] ?? `лікарня № ${index}`,
        200 + index,
      ),
    ),
    ...of('clinic').map((campus, index) =>
      ofHealth('clinic', campus, `АЗП-${index + 1}`, clinicName(index), 230 + index),
    ),
    ...numbered(of('school')).map(({campus, number}) =>
      institution(
        'school',
        campus,
        `ЗЗСО-${number}`,
        `${schoolKind(number)} № ${number}`,
        `${schoolKind(number).toLowerCase()} № ${number}`,
        300 + number,
      ),
    ),
    ...of('kindergarten').map((campus, index) => {
      const own = kindergartenNames[index]
      const name = `№ ${index + 1}${own ? ` «${own}»` : ''}`
      const id = `ЗДО-${index + 1}`
      return institution(
        'kindergarten',
        campus,
        id,
        `Заклад дошкільної освіти ${name}`,
        `дитячий садок ${name}`,
        400 + index,
      )
    }),
  ]
  for (const kind of ['school', 'kindergarten'] as const) enrol(ground, all, kind)
  return all
}

const clinicName = (index: number): string =>
  index === dentists ? 'стоматологічна поліклініка' : `поліклініка № ${index < dentists ? index + 1 : index}`

/** Three in four are lyceums; gymnasiums teach up to the ninth class. */
const schoolKind = (number: number) => (number % 4 === 3 ? 'Гімназія' : 'Ліцей')

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

function ofHealth(
  kind: 'hospital' | 'clinic',
  campus: Building[],
  id: string,
  short: string,
  code: number,
): Institution {
  const of = short.startsWith('пологовий') ? 'Прикладський' : 'Прикладська'
  return institution(kind, campus, id, `КНП «${of} ${short}»`, short, code)
}

const institution = (
  kind: InstitutionKind,
  campus: Building[],
  id: string,
  name: string,
  short: string,
  code: number,
): Institution => {
  const floorMetres2 = campus.reduce((sum, building) => sum + floorsOf(building), 0)
  return {
    id,
    kind,
    name,
    short,
    edrpou: legalCode(code),
    building: campus[0]!,
    floorMetres2,
    places: kind in childOf ? 5 * Math.round(floorMetres2 / childOf[kind as Taught].floorMetres2 / 5) : 0,
    pupils: 0,
  }
}

type Taught = 'school' | 'kindergarten'

/**
 * Children by kind: square metres of floor a place; which age group of a building's residents they are; the share of
 * them that goes there. Of those of school age some go to a college or to a school elsewhere; of small children those
 * above two years go to a kindergarten, three out of four.
 */
const childOf: Record<Taught, {floorMetres2: number; ageGroup: 0 | 1; share: number}> = {
  school: {floorMetres2: 8, ageGroup: 1, share: 0.94},
  kindergarten: {floorMetres2: 12, ageGroup: 0, share: 0.43},
}

/** So near, a school is as good as next door. */
const nextDoorMetres = 350

/** How often those who find a school overfull look for another. */
const rounds = 4

/**
 * Sends the children of every house to the schools around: the more, the nearer and the larger a school is (Huff
 * 1963). Where more come than there are places for, others are chosen instead, as far as there are others.
 */
function enrol({buildings}: Ground, all: Institution[], kind: Taught): void {
  const {ageGroup, share} = childOf[kind]
  const schools = all.filter(one => one.kind === kind)
  const homes = buildings.filter(({residents}) => residents[ageGroup] > 0)
  const total = homes.reduce((sum, {residents}) => sum + residents[ageGroup], 0)
  // Schools have the same children at every scale.
  const perResident = cityResidents / buildings.reduce((sum, building) => sum + residentsOf(building), 0)
  const places = schools.reduce((sum, school) => sum + school.places, 0)
  const pulls = Float64Array.from(schools, school => school.places)
  const children = new Float64Array(schools.length)
  const drawn = new Float64Array(schools.length)
  for (let round = 0; round < rounds; round++) {
    children.fill(0)
    for (const {residents, centre} of homes) {
      let sum = 0
      for (let index = 0; index < schools.length; index++) {
        const near = distance(centre, schools[index]!.building.centre) / nextDoorMetres
        drawn[index] = pulls[index]! / (1 + near * near * near)
        sum += drawn[index]!
      }
      const each = residents[ageGroup] / sum
      for (let index = 0; index < schools.length; index++) children[index]! += drawn[index]! * each
    }
    schools.forEach((school, index) => {
      pulls[index]! *= Math.sqrt((school.places / places) * (total / Math.max(1, children[index]!)))
    })
  }
  schools.forEach((school, index) => {
    school.pupils = Math.round(children[index]! * share * perResident)
  })
}
