import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {dottedDate} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {cityKatottg, districts} from '../../world/districts.ts'
import type {Ground, Street} from '../../world/ground/ground.ts'
import {genitiveName} from './genitive-name.ts'
import {excelSerial, namingDecision} from './naming-decisions.ts'
import {streetEnds} from './street-ends.ts'
import {typeInFull} from './type-in-full.ts'

const path = 'streets/streets.demo.csv'

const header = [
  "Унікальний цифровий код об'єкта",
  'Категорія (тип)',
  'Найменування',
  'Найменування латиницею',
  'Колишнє найменування',
  'Дата документа про найменування',
  'Номер документа',
  'Адміністративний район',
  'Довжина, м',
  'КАТОТТГ',
  'Коментар',
]

/** Where in the header the name and the date stand. */
const nameCell = 2
const dateCell = 5

const dirt = {
  serial: {
    uk: 'дата – порядкове число електронної таблиці',
    en: 'a date is a spreadsheet’s serial number',
  },
  missing: {uk: 'замість дати риска', en: 'a dash instead of a date'},
  blank: {uk: 'пробіл у кінці назви', en: 'a blank at the end of a name'},
  words: {uk: 'null замість порожньої колишньої назви', en: 'null for an empty former name'},
  twice: {
    uk: 'вулицю записано двічі, перший раз з помилкою',
    en: 'a street listed twice, first misspelled',
  },
}

/** How often a date was pasted from a spreadsheet as its number, is missing, and a name ends in a blank. */
const faultShares = {serial: 0.11, missing: 0.03, blank: 0.025}
/** How many streets are in the register twice, first as somebody misspelled them. */
const listedTwice = 3

/** The register of streets, as a city's architects keep it: one row a street, in windows-1251 from a spreadsheet. */
export function writeStreets(scope: Scope, ground: Ground, outbox: Outbox): Dirt[] {
  const file = outbox.csv(path, header, {delimiter: ';', encoding: 'windows-1251', lineEnd: '\r\n'})
  const ends = streetEnds(ground)
  const doubles = new Map(misspelled(ground.streets).map(({street, name}) => [street, name]))
  const counts = noneOf(dirt)
  ground.streets.forEach((street, index) => {
    const row = rowOf(scope, ground, street, ends[index]!)
    const faults = unitOf(scope.seed, 'street-faults', street.id)
    if (row[4] === null && unitOf(scope.seed, 'street-null', street.id) < 0.5) {
      row[4] = 'null'
      counts.words++
    }
    const wrong = doubles.get(street)
    if (wrong !== undefined) {
      file.row(row.with(nameCell, wrong))
      counts.twice++
      if (row[4] === 'null') counts.words++
    } else if (faults < faultShares.serial) {
      row[dateCell] = excelSerial(namingDecision(scope, street).day)
      counts.serial++
    } else if (faults < faultShares.serial + faultShares.missing && !street.former) {
      row[dateCell] = '-'
      counts.missing++
    } else if (faults > 1 - faultShares.blank) {
      row[nameCell] = `${row[nameCell]} `
      counts.blank++
    }
    file.row(row)
  })
  outbox.done(file)
  return dirtOf(path, dirt, counts)
}

function rowOf(scope: Scope, {streets, network}: Ground, street: Street, ends: readonly number[]): Cell[] {
  const [short, ...words] = street.name.uk.split(' ')
  const decision = namingDecision(scope, street)
  const [from, to] = ends.map(end => genitiveName(streets[end]!.name.uk))
  const metres = street.edges.reduce((sum, edge) => sum + network.edges[edge]!.lengthMetres, 0)
  return [
    street.id,
    typeInFull(short!),
    words.join(' '),
    street.name.en,
    street.former?.uk ?? null,
    dottedDate(decision.day),
    decision.number,
    street.districts.map(index => districts[index]!.name.uk).join(', '),
    Math.round(metres),
    street.districts.length === 1 ? districts[street.districts[0]!]!.katottg : cityKatottg,
    from === undefined
      ? null
      : to === undefined
        ? `Починається від ${from}`
        : `Пролягає від ${from} до ${to}`,
  ]
}

/**
 * Streets that are listed twice and how they are misspelled: without the apostrophe, and with a Latin letter that looks
 * the same.
 */
function misspelled(streets: readonly Street[]): {street: Street; name: string}[] {
  const nameOf = ({name}: Street) => name.uk.split(' ').slice(1).join(' ')
  const apostrophe = streets.filter(street => nameOf(street).includes('’')).slice(0, 1)
  const latin = streets
    .filter(street => street.kind === 'street' && nameOf(street).includes('і'))
    .slice(20, 20 + listedTwice)
  return [
    ...apostrophe.map(street => ({street, name: nameOf(street).replace('’', '')})),
    ...latin.map(street => ({street, name: nameOf(street).replace('і', 'i')})),
  ].slice(0, listedTwice)
}
