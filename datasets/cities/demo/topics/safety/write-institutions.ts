import type {Dirt, Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {distance} from '../../tools/space/vector.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {bedsOf, type Institution} from '../../world/institutions.ts'
import {addressCells, addressHeader, addressOf} from './address.ts'
import type {Shelter} from './shelter.ts'

const hospitalsFile = 'safety/hospitals.demo.csv'
export const schoolsFile = 'safety/schools.demo.csv'
const style = {delimiter: ';'} as const

const hospitalHeader = [
  'uid',
  'name',
  'kind',
  'edrpou',
  ...addressHeader,
  'ownershipForm',
  'beds',
  'intensiveBeds',
  'emergencyDepartment',
  'generatorKw',
  'generatorHours',
  'waterReserveHours',
  'updatedAt',
]
const schoolHeader = [
  'uid',
  'name',
  'kind',
  'edrpou',
  ...addressHeader,
  'yearBuilt',
  'places',
  'pupils',
  'classes',
  'shifts',
  'teaching',
  'shelterUid',
  'updatedAt',
]

/** Registers of hospitals and clinics, and of schools and kindergartens. */
export function writeInstitutions(
  institutions: readonly Institution[],
  shelters: Shelter[],
  {seed, today, ground: groundOf}: Scope,
  outbox: Outbox,
): Dirt[] {
  const ground = groundOf()
  const hospitals = outbox.csv(hospitalsFile, hospitalHeader, style)
  const schools = outbox.csv(schoolsFile, schoolHeader, style)
  let blanks = 0
  for (const one of institutions) {
    const draw = new Draw(seed, 'institution', one.id)
    const address = addressOf(ground, one.building)
    const updated = isoDate(today - 3 - draw.below(120))
    if (one.kind === 'hospital' || one.kind === 'clinic') {
      hospitals.row(
        withNulls([
          one.id,
          one.name,
          one.kind === 'hospital' ? 'лікарня' : 'поліклініка',
          one.edrpou,
          ...addressCells(address),
          'комунальна',
          ...careOf(one, draw),
          updated,
        ]),
      )
      continue
    }
    const hasBlank = draw.chance(0.08)
    if (hasBlank) blanks++
    const own = shelters.find(({host}) => host.building === one.building)
    const {places, pupils} = one
    schools.row(
      withNulls([
        one.id,
        hasBlank ? `${one.name} ` : one.name,
        one.kind === 'school' ? one.name.split(' ')[0]!.toLowerCase() : 'дитячий садок',
        one.edrpou,
        ...addressCells(address),
        one.building.year,
        places,
        pupils,
        Math.max(1, Math.round(pupils / draw.between(22, 29))),
        one.kind === 'school' && pupils > places ? 2 : 1,
        teaching(one, shelters, pupils > places),
        own?.uid ?? null,
        updated,
      ]),
    )
  }
  outbox.done(hospitals)
  outbox.done(schools)
  return [
    {
      file: schoolsFile,
      fault: {uk: 'пробіл у кінці назви', en: 'a blank at the end of a name'},
      count: blanks,
    },
  ]
}

/** Children come where they can go down in a minute; where the shelter is far, they stay at home. */
function teaching({kind, building}: Institution, shelters: Shelter[], isOverfull: boolean): string {
  const metres = Math.min(...shelters.map(({host}) => distance(host.building.centre, building.centre)))
  if (kind === 'kindergarten') return metres < 200 ? 'працює' : 'не приймає дітей'
  return metres > 150 ? 'дистанційне' : isOverfull || metres > 0 ? 'змішане' : 'очне'
}

/** Beds, intensive beds, emergency department, generator and its hours, hours of water. Clinics have no beds. */
function careOf(institution: Institution, draw: Draw): Cell[] {
  if (institution.kind === 'clinic') {
    const hasGenerator = draw.chance(0.6)
    return [
      0,
      0,
      'False',
      hasGenerator ? 20 + 5 * draw.below(9) : null,
      hasGenerator ? 6 + draw.below(12) : null,
      null,
    ]
  }
  const beds = bedsOf(institution)
  return [
    beds,
    Math.max(2, Math.round(beds * draw.between(0.04, 0.09))),
    beds > 150 || draw.chance(0.3) ? 'True' : 'False',
    10 * Math.round((beds * draw.between(0.8, 1.6)) / 10),
    8 + draw.below(40),
    draw.chance(0.8) ? 6 + draw.below(30) : null,
  ]
}

const withNulls = (cells: Cell[]) => cells.map(cell => cell ?? 'null')
