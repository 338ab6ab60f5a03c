import {rowFaults} from '../../tools/faults/row-faults.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import {districts} from '../../world/districts.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {addressCells, addressHeader, addressOf} from './address.ts'
import type {Shelter, ShelterType} from './shelter.ts'

/** Annex 72 to resolution No. 835, then what residents ask. */
export const shelterHeader = [
  'uid',
  'type',
  ...addressHeader,
  'ownershipForm',
  'balanceHolderName',
  'balanceHolderId',
  'renterName',
  'renterId',
  'purpose',
  'responsiblePersonName',
  'phone',
  'addressAdminUnitL5',
  'kind',
  'buildingKind',
  'openingHours',
  'capacityPersons',
  'areaM2',
  'readiness',
  'accessible',
  'hasWater',
  'hasPower',
  'hasVentilation',
  'hasToilet',
  'hasWifi',
  'petsAllowed',
  'lastInspectedAt',
  'sourceUpdatedAt',
]

export const shelterFaults = {
  angular: {uk: 'клітинка з <Null> замість null', en: 'a cell with <Null> instead of null'},
  floatPhone: {uk: 'телефон як дріб: 380001234567.0', en: 'a telephone as a fraction: 380001234567.0'},
  blanks: {uk: 'зайві пробіли в назві вулиці', en: 'stray blanks in the name of the street'},
  synonym: {uk: 'тип споруди іншими словами', en: 'the type in other words'},
  noHouse: {uk: 'адреса без номера будинку', en: 'an address without a house number'},
  formerDistrict: {uk: 'колишня назва району', en: 'the district by its former name'},
  twice: {
    uk: 'укриття записане вдруге, з іншою місткістю',
    en: 'a shelter listed a second time with another capacity',
  },
}
export type ShelterFault = keyof typeof shelterFaults

/** Other words for the types, as registers have them; the feed maps them back. */
const typeSynonyms: Record<ShelterType, string[]> = {
  'найпростіше укриття': ['Найпростіші укриття', 'Найпростіші', 'Найпростіше укриття'],
  'протирадіаційне укриття': ['ПРУ', 'Протирадіаційне укриття'],
  сховище: ['Сховище'],
  'споруда подвійного призначення': ['Споруди подвійного призначення', 'Подвійного призначення'],
  'швидкоспоруджувана захисна споруда': ['Модульне укриття'],
}

/** The row of a shelter, and what is wrong with it; a fault is listed once for each cell or row that has it. */
export function shelterRow(
  shelter: Shelter,
  ground: Ground,
  seed: number,
  isSecond: boolean,
): {cells: Cell[]; faults: ShelterFault[]} {
  const {host} = shelter
  const key = `${host.building.id}${isSecond ? ' again' : ''}`
  const {found: faults, has} = rowFaults<ShelterFault>(seed, 'shelter row', key)
  if (isSecond) faults.push('twice')
  const address = addressOf(ground, host.building)
  const former = districts[host.building.district]?.former
  if (former && has('formerDistrict', 0.35)) address.district = `${former.uk} район`
  if (has('blanks', 0.06)) address.thoroughfare = ` ${address.thoroughfare!.replace(' ', '  ')} `
  const hasHouse = !has('noHouse', 0.04)
  const synonyms = typeSynonyms[shelter.type]
  const type = has('synonym', 0.3)
    ? synonyms[Math.floor(unitOf(seed, 'synonym', key) * synonyms.length)]!
    : shelter.type

  const block = addressCells(address, host.isModular ? 'біля входу' : null)
  if (!hasHouse) block[addressHeader.indexOf('addressLocatorDesignator')] = null
  const cells: Cell[] = [
    shelter.uid,
    type,
    ...block,
    shelter.ownership,
    shelter.holder.name,
    shelter.holder.edrpou,
    null,
    null,
    shelter.purpose,
    shelter.keeper,
    has('floatPhone', 0.25) ? `${shelter.phone.slice(1)}.0` : shelter.phone,
    address.district,
    shelter.kind,
    shelter.buildingKind,
    shelter.opening,
    isSecond ? 5 * Math.round((shelter.capacity! * 1.45) / 5) : shelter.capacity,
    shelter.areaMetres2,
    shelter.readiness,
    shelter.accessible,
    yesNo(shelter.hasWater),
    yesNo(shelter.hasPower),
    yesNo(shelter.hasVentilation),
    yesNo(shelter.hasToilet),
    yesNo(shelter.hasWifi),
    yesNo(shelter.petsAllowed),
    shelter.inspected === null ? null : isoDate(shelter.inspected),
    isoDate(isSecond ? shelter.updated - 210 : shelter.updated),
  ]
  const filled = cells.map((cell, index) => {
    if (cell !== null) return cell
    if (unitOf(seed, 'shelter cell', key, index) >= 0.25) return 'null'
    faults.push('angular')
    return '<Null>'
  })
  return {cells: filled, faults}
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'True' : 'False')
