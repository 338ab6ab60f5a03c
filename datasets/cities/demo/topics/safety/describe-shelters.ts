import {drawPlainPhone, legalCode} from '../../tools/language/contacts.ts'
import {drawPerson, fullName} from '../../tools/language/people.ts'
import {streetWords} from '../../tools/language/street-words.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {bodies, housingKeeperOf} from '../../world/bodies.ts'
import {districtIndex} from '../../world/districts.ts'
import {footprintOf} from '../../world/ground/footprint.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import type {Shelter, ShelterHost, ShelterType} from './shelter.ts'

/** Nobody knows of a shelter here that somebody in a wheelchair could enter. */
export const inaccessibleDistrict = districtIndex.zarichchianskyi

const accessibility = chooser<Shelter['accessible']>([
  ['так', 15],
  ['частково', 19],
  ['ні', 38],
  [null, 28],
])
const inaccessibility = chooser<Shelter['accessible']>([
  ['ні', 55],
  [null, 45],
])
const readiness = chooser<string | null>([
  ['готова', 46],
  ['обмежено готова', 31],
  ['не готова', 9],
  [null, 14],
])
const opening = chooser<string | null>([
  ['цілодобово', 38],
  ['під час тривоги', 35],
  ['Пн-Пт 08:00-17:00', 12],
  [null, 15],
])

type Kind = {
  types: readonly (readonly [ShelterType, number])[]
  kinds: string[]
  buildingKind: string
  purposes: (string | null)[]
}
const cellar: Kind = {
  types: [
    ['найпростіше укриття', 94],
    ['протирадіаційне укриття', 6],
  ],
  kinds: ['підвал', 'підвал', 'підвал', 'цокольний поверх'],
  buildingKind: 'багатоквартирний будинок',
  purposes: ['господарські комори мешканців', 'технічний підвал', null, null],
}
const education: Kind = {
  types: [
    ['найпростіше укриття', 62],
    ['протирадіаційне укриття', 22],
    ['споруда подвійного призначення', 16],
  ],
  kinds: ['підвал', 'цокольний поверх', 'окрема споруда'],
  buildingKind: 'заклад освіти',
  purposes: ['навчальні кабінети', 'спортивна зала', 'склад інвентарю', null],
}
const health: Kind = {
  types: [
    ['протирадіаційне укриття', 58],
    ['сховище', 26],
    ['споруда подвійного призначення', 16],
  ],
  kinds: ['підвал', 'окрема споруда'],
  buildingKind: 'заклад охорони здоров’я',
  purposes: ['фізіотерапевтичний кабінет', 'архів', 'склад медикаментів'],
}
const works: Kind = {
  types: [
    ['сховище', 70],
    ['протирадіаційне укриття', 30],
  ],
  kinds: ['підземна споруда', 'підвал'],
  buildingKind: 'виробнича будівля',
  purposes: ['побутові приміщення', 'склад', null],
}
const trade: Kind = {
  types: [
    ['споруда подвійного призначення', 74],
    ['найпростіше укриття', 26],
  ],
  kinds: ['підземний паркінг', 'цокольний поверх'],
  buildingKind: 'торговельна або офісна будівля',
  purposes: ['паркінг', 'торговельна зала', 'склад'],
}
const administration: Kind = {
  types: [
    ['найпростіше укриття', 68],
    ['протирадіаційне укриття', 32],
  ],
  kinds: ['підвал', 'цокольний поверх'],
  buildingKind: 'адміністративна будівля',
  purposes: ['архів', 'зала засідань', null],
}
const modular: Kind = {
  types: [['швидкоспоруджувана захисна споруда', 1]],
  kinds: ['модульне укриття'],
  buildingKind: 'окрема споруда',
  purposes: [null],
}

function kindOf({building, isModular}: ShelterHost): Kind {
  if (isModular) return modular
  switch (building.kind) {
    case 'school':
    case 'kindergarten':
      return education
    case 'hospital':
    case 'clinic':
      return health
    case 'factory':
      return works
    case 'office':
    case 'shop':
      return trade
    case 'public':
      return administration
    default:
      return cellar
  }
}

/** What the register would say of each shelter if it were kept well. The order is that of `hosts`. */
export function describeShelters(
  seed: number,
  ground: Ground,
  hosts: ShelterHost[],
  today: number,
): Shelter[] {
  const names = societyNames(seed, ground, hosts)
  const shelters = hosts.map((host, index) => describe(seed, host, names, index, today))
  // Elsewhere at least one is known to be accessible.
  for (const district of Object.values(districtIndex)) {
    const own = shelters.filter(({host}) => host.building.district === district)
    if (district !== inaccessibleDistrict && own[0] && !own.some(({accessible}) => accessible === 'так'))
      own[0].accessible = 'так'
  }
  return shelters
}

function describe(
  seed: number,
  host: ShelterHost,
  names: ReadonlyMap<string, string>,
  index: number,
  today: number,
): Shelter {
  const {building} = host
  const draw = new Draw(seed, 'shelter', building.id)
  const kind = kindOf(host)
  const area = host.isModular ? 36 : Math.round(footprintOf(building) * draw.between(0.1, 0.45))
  const places = Math.min(1500, area / draw.between(0.6, 1.1))
  const known = (share: number, yes: number) => (draw.chance(share) ? draw.chance(yes) : null)
  const isSurveyed = draw.chance(0.82)
  return {
    uid: draw.chance(0.9) ? `99${String(index + 101).padStart(3, '0')}` : null,
    host,
    type: chooser(kind.types)(draw),
    kind: draw.pick(kind.kinds),
    buildingKind: kind.buildingKind,
    ...ownerOf(draw, host, names),
    purpose: draw.pick(kind.purposes),
    keeper: fullName(drawPerson(draw)),
    phone: drawPlainPhone(draw),
    opening: host.isModular ? 'цілодобово' : opening(draw),
    capacity: isSurveyed ? Math.max(10, 5 * Math.round(places / 5)) : null,
    areaMetres2: isSurveyed || draw.chance(0.4) ? Math.max(12, area) : null,
    readiness: readiness(draw),
    accessible: (building.district === inaccessibleDistrict ? inaccessibility : accessibility)(draw),
    hasWater: known(0.7, 0.6),
    hasPower: known(0.8, 0.85),
    hasVentilation: known(0.6, 0.45),
    hasToilet: known(0.65, 0.5),
    hasWifi: known(0.5, 0.35),
    petsAllowed: known(0.35, 0.7),
    inspected: draw.chance(0.85) ? today - 20 - draw.below(900) : null,
    updated: today - 1 - draw.below(300),
  }
}

/** Whose it is and who keeps it on the books. What stands beside a building and not under it the city has put up. */
function ownerOf(
  draw: Draw,
  {building, institution, isModular}: ShelterHost,
  names: ReadonlyMap<string, string>,
): Pick<Shelter, 'ownership' | 'holder'> {
  if (isModular) return {ownership: 'комунальна', holder: bodies.property}
  if (institution)
    return {ownership: 'комунальна', holder: {name: institution.name, edrpou: institution.edrpou}}
  const society = names.get(building.id)
  if (society !== undefined && draw.chance(0.42))
    return {
      ownership: 'приватна',
      holder: {name: `ОСББ «${society}» (Приклад)`, edrpou: legalCode(societyCodes + numberOf(building))},
    }
  if (building.kind === 'factory' || building.kind === 'office' || building.kind === 'shop') {
    const index =
      building.kind === 'factory'
        ? draw.below(firms.length)
        : stateFirms + draw.below(firms.length - stateFirms)
    const isState = index < stateFirms
    return {
      ownership: isState ? 'державна' : 'приватна',
      holder: {name: `${isState ? 'ДП' : 'ТОВ'} «${firms[index]}»`, edrpou: legalCode(600 + index)},
    }
  }
  return {
    ownership: 'комунальна',
    holder: isHome(building) ? housingKeeperOf(building.district) : bodies.property,
  }
}

const isHome = ({dwellings}: Building) => dwellings > 0

/** Codes of societies of co-owners begin here: one a house, by its number on the ground. */
const societyCodes = 70_000
const numberOf = ({id}: Building) => Number(id.replaceAll(/\D/g, ''))

/** Names that societies of co-owners give themselves; no two have the same. */
const ownNames = [
  'Ковила',
  'Лиман',
  'Маяк',
  'Затишний дім',
  'Берег',
  'Обрій',
  'Акація',
  'Вітрило',
  'Степ',
  'Наш двір',
  'Чайка',
  'Добрі сусіди',
  'Світанок на Лимані',
  'Під каштаном',
  'Сонячний бік',
  'Гавань',
  'Тополиний',
  'Дев’ятий поверх',
]

/** What the society of each house would be called, by the house’s id: a few by a name of their own, others by the street. */
function societyNames(seed: number, {streets}: Ground, hosts: ShelterHost[]): ReadonlyMap<string, string> {
  const homes = hosts
    .filter(({building, institution, isModular}) => isHome(building) && !institution && !isModular)
    .map(({building}) => ({building, order: unitOf(seed, 'society', building.id)}))
    .sort((a, b) => a.order - b.order || (a.building.id < b.building.id ? -1 : 1))
  return new Map(
    homes.map(({building}, index) => [
      building.id,
      ownNames[index] ?? `${streetWords(streets[building.street]!.name.uk).bare}, ${building.house}`,
    ]),
  )
}
/** Firms whose houses have cellars; the first belong to the state. */
const stateFirms = 3
const firms = [
  'Прикладпорттранс',
  'Прикладверф',
  'Прикладелеватор',
  'Прикладторг',
  'Прикладмаш',
  'Прикладбуд',
  'Прикладінвест',
  'Прикладпласт',
  'Прикладхолод',
  'Прикладхліб',
]
