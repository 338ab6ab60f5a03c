import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {drawPlainPhone} from '../../tools/language/contacts.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {distance} from '../../tools/space/vector.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Building, BuildingKind, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import {addressCells, addressHeader, addressOf} from './address.ts'

const invincibilityFile = 'safety/invincibility-points.demo.csv'

/** How many there are of each type, and in which buildings. */
const types: {type: string; count: number; kinds: BuildingKind[]}[] = [
  {type: 'залізничний', count: 1, kinds: ['station']},
  {type: 'муніципальний', count: 9, kinds: ['school', 'clinic', 'kindergarten']},
  {type: 'державний', count: 7, kinds: ['public']},
  {type: 'бізнес', count: 7, kinds: ['shop', 'office']},
]
const pointCount = types.reduce((sum, {count}) => sum + count, 0)
const spacingMetres = 380

const header = [
  'uid',
  'name',
  'type',
  ...addressHeader,
  'capacity',
  'open24h',
  'hours',
  'internet',
  'staticIpMonitored',
  'heating',
  'water',
  'power',
  'charging',
  'medical',
  'childArea',
  'accessible',
  'phone',
  'status',
  'checkedAt',
]

const internet = chooser<string | null>([
  ['xPON', 46],
  ['Starlink', 34],
  ['інший', 10],
  ['немає', 6],
  [null, 4],
])
const power = chooser<string | null>([
  ['генератор', 62],
  ['акумулятор', 30],
  [null, 8],
])
const status = chooser([
  ['діє', 70],
  ['у резерві', 24],
  ['закрито', 6],
])

const dirt = {
  floatPhone: {uk: 'телефон як дріб: 380001234567.0', en: 'a telephone as a fraction: 380001234567.0'},
  angular: {uk: 'клітинка з <Null> замість null', en: 'a cell with <Null> instead of null'},
}

/** Points of invincibility. Whether one has a static address for monitoring is told, the address itself never. */
export function writeInvincibilityPoints({seed, today, ground: groundOf}: Scope, outbox: Outbox): Dirt[] {
  const ground = groundOf()
  const csv = outbox.csv(invincibilityFile, header, {delimiter: ';'})
  const counts = noneOf(dirt)
  placePoints(seed, ground).forEach(({building, type}, index) => {
    const draw = new Draw(seed, 'invincibility', building.id)
    const connection = internet(draw)
    const isOpenAlways = draw.chance(0.35)
    const isFloat = draw.chance(0.3)
    if (isFloat) counts.floatPhone++
    const phone = drawPlainPhone(draw)
    const yes = (share: number) => (draw.chance(0.92) ? (draw.chance(share) ? 'True' : 'False') : null)
    const cells: Cell[] = [
      `ПН-${String(index + 1).padStart(2, '0')}`,
      `Пункт незламності № ${index + 1}`,
      type,
      ...addressCells(addressOf(ground, building)),
      draw.chance(0.9) ? 10 * (2 + draw.below(14)) : null,
      isOpenAlways ? 'True' : 'False',
      isOpenAlways
        ? 'цілодобово'
        : draw.chance(0.85)
          ? draw.pick(['08:00-20:00', '09:00-18:00', '08:00-22:00'])
          : null,
      connection,
      connection === 'xPON' || connection === 'Starlink' ? yes(0.8) : 'False',
      yes(0.95),
      yes(0.85),
      power(draw),
      yes(0.97),
      yes(0.45),
      yes(0.4),
      draw.chance(0.75) ? draw.pick(['так', 'частково', 'частково', 'ні']) : null,
      isFloat ? `${phone.slice(1)}.0` : phone,
      status(draw),
      draw.chance(0.9) ? isoDate(today - 5 - draw.below(200)) : null,
    ]
    csv.row(
      cells.map((cell, column) => {
        if (cell !== null) return cell
        if (unitOf(seed, 'invincibility cell', building.id, column) >= 0.3) return 'null'
        counts.angular++
        return '<Null>'
      }),
    )
  })
  outbox.done(csv)
  return dirtOf(invincibilityFile, dirt, counts)
}

/** Buildings for the points, well apart; where a kind is missing, public buildings stand in. */
function placePoints(seed: number, ground: Ground): {building: Building; type: string}[] {
  const points: {building: Building; type: string}[] = []
  const take = (type: string, count: number, kinds: BuildingKind[]) => {
    const fitting = ground.buildings
      .filter(building => kinds.includes(building.kind) && hasAddress(building))
      .map(building => ({building, order: unitOf(seed, 'invincibility order', building.id)}))
      .sort((a, b) => a.order - b.order)
    let left = count
    for (const {building} of fitting) {
      if (left === 0) return
      if (points.some(point => distance(point.building.centre, building.centre) < spacingMetres)) continue
      points.push({building, type})
      left--
    }
  }
  for (const {type, count, kinds} of types) take(type, count, kinds)
  take('муніципальний', pointCount - points.length, ['public', 'school', 'kindergarten', 'shop', 'office'])
  return points
}
