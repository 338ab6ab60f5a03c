import {dayOf} from '../../tools/time/days.ts'
import type {MixName} from '../budget/mixes.ts'
import type {Program} from '../budget/programs.ts'
import {cpvNames} from './cpv.ts'
import {type Season, seasons} from './seasons.ts'
import type {Trade} from './trades.ts'
import {leastKopiykas} from './unit-prices.ts'

/**
 * Something that the city buys: its code of the common procurement vocabulary (CPV) with the vocabulary's Ukrainian
 * name, and what stands in contracts ("постачання …", nominative) and payments ("за …", accusative).
 */
export type Purchase = {
  cpv: string
  cpvName: string
  subject: string
  paidFor: string
  trade: Trade
  /** When it is done and paid; null where any month will do. */
  season: Season | null
  /** How much one contract for it costs beside others of its list. */
  size: number
}

/** What is bought, and how often beside the rest of its list. */
export type Often = readonly [purchase: Purchase, often: number]

const buy = (
  trade: Trade,
  cpv: keyof typeof cpvNames,
  subject: string,
  // Without an accusative of its own it is the nominative, with a small letter.
  paidFor: string = subject[0]!.toLowerCase() + subject.slice(1),
  {season, size = 1}: {season?: Season; size?: number} = {},
): Purchase => ({cpv, cpvName: cpvNames[cpv], subject, paidFor, trade, season: season ?? null, size})

const equally = (...list: Purchase[]): Often[] => list.map(purchase => [purchase, 1])

const paper = buy('stationery', '30190000-7', 'Папір офісний та канцелярське приладдя')
const cleaners = buy('household', '39830000-9', 'Мийні та дезінфекційні засоби')
const materials = buy('materials', '44110000-4', 'Будівельні матеріали для поточних робіт')
const lamps = buy('lamps', '31680000-6', 'Електротовари та лампи світлодіодні')
const desks = buy('furniture', '39160000-1', 'Парти та стільці учнівські', 'парти та стільці учнівські')
const petrol = buy('fuel', '09130000-9', 'Бензин А-95 та дизельне пальне (талони)')
const taps = buy('plumbing', '44410000-7', 'Сантехнічні вироби')
const forms = buy('printing', '22450000-9', 'Бланки свідоцтв та атестатів', undefined, {size: 0.3})
const toys = buy('toys', '37520000-9', 'Іграшки та розвивальні набори', undefined, {size: 0.6})
const gear = buy('gear', '35110000-8', 'Рятувальне та захисне обладнання')
const salt = buy(
  'quarries',
  '14410000-8',
  'Сіль технічна для посипання доріг',
  'сіль технічну для посипання доріг',
  {
    season: seasons.winterStock,
    size: 2,
  },
)
const sand = buy('quarries', '14210000-6', 'Пісок для піщано-соляної суміші', undefined, {
  season: seasons.winterStock,
})
const signs = buy('signs', '34990000-3', 'Дорожні знаки та огорожі', 'дорожні знаки та огорожі')
const seedlings = buy('seedlings', '03450000-9', 'Саджанці дерев і кущів', undefined, {
  season: seasons.planting,
  size: 1.6,
})

const officeGoods: Often[] = [
  [paper, 4],
  [petrol, 2],
  [cleaners, 1.5],
  [lamps, 1],
  [taps, 0.6],
  [materials, 0.8],
]
const lessonGoods: Often[] = [
  [cleaners, 4],
  [paper, 2.5],
  [desks, 2.5],
  [materials, 2],
  [lamps, 1.6],
  [taps, 1.4],
  [forms, 0.7],
  [petrol, 0.3],
]
const kindergartenGoods: Often[] = [
  [cleaners, 4],
  [toys, 3],
  [paper, 1.5],
  [materials, 2],
  [taps, 1.5],
  [lamps, 1.5],
]
const rescueGoods = equally(
  gear,
  buy('fuel', '09130000-9', 'Дизельне пальне для аварійно-рятувальної техніки'),
  buy(
    'quarries',
    '14210000-6',
    'Пісок та мішки для протипаводкових робіт',
    'пісок та мішки для протипаводкових робіт',
  ),
)
const defenceGoods = equally(
  buy('gear', '18110000-3', 'Однострої та спорядження добровольчого формування'),
  gear,
  buy('fuel', '09130000-9', 'Дизельне пальне для генераторів'),
  buy('concrete', '44210000-5', 'Захисні бетонні конструкції'),
)
const streetGoods: Often[] = [
  [lamps, 2],
  [materials, 2],
  [seedlings, 3],
  [salt, 2],
  [sand, 1],
]
const roadGoods: Often[] = [
  [signs, 2],
  [salt, 4],
  [sand, 2],
]

const laptops = buy('computers', '30210000-4', 'Ноутбуки та персональні комп’ютери')
const panels = buy('computers', '32320000-2', 'Інтерактивні панелі')
const peripherals = buy('computers', '30230000-0', 'Принтери та монітори')
const generators = buy('generators', '31120000-3', 'Генератори дизельні')
const kitchens = buy('kitchens', '39710000-2', 'Обладнання для харчоблоку')
const pumps = buy('generators', '42120000-6', 'Насоси циркуляційні')
const jeep = buy(
  'vehicles',
  '34110000-1',
  'Автомобіль підвищеної прохідності',
  'автомобіль підвищеної прохідності',
)
const gritter = buy('vehicles', '34140000-0', 'Машина комбінована дорожня', 'машину комбіновану дорожню')
const exercisers = buy('playgrounds', '37410000-5', 'Вуличні тренажери')

const phone = buy('telecom', '64210000-1', 'Послуги телефонного зв’язку', undefined, {size: 0.12})
const internet = buy('telecom', '72410000-7', 'Послуги доступу до інтернету', undefined, {size: 0.3})
const guard = buy('guards', '79710000-4', 'Послуги з охорони приміщень', undefined, {size: 1.2})
const alarms = buy('alarms', '50410000-2', 'Технічне обслуговування пожежної сигналізації', undefined, {
  size: 0.4,
})
const cleaning = buy('cleaning', '90910000-9', 'Послуги з прибирання приміщень', undefined, {size: 1.2})
const pests = buy('pests', '90920000-2', 'Дезінсекція та дератизація', 'дезінсекцію та дератизацію', {
  size: 0.3,
})
const boilers = buy('boilers', '50530000-9', 'Технічне обслуговування котлів та обладнання', undefined, {
  season: seasons.beforeHeating,
  size: 0.9,
})
const meters = buy('meters', '50410000-2', 'Повірка лічильників', 'повірку лічильників', {
  season: seasons.beforeHeating,
  size: 0.25,
})
const decoration = buy('decoration', '45450000-6', 'Поточний ремонт приміщень', undefined, {
  season: seasons.holidays,
  size: 2.6,
})
const officeMachines = buy(
  'officeMachines',
  '50310000-1',
  'Заправлення картриджів та ремонт оргтехніки',
  undefined,
  {size: 0.3},
)
const survey = buy('design', '71310000-4', 'Технічне обстеження будівлі', undefined, {size: 0.7})
const advertising = buy(
  'advertising',
  '79340000-9',
  'Виготовлення та розміщення соціальної реклами',
  undefined,
  {size: 0.7},
)
const printing = buy('printing', '79810000-5', 'Послуги з друкування', undefined, {size: 0.4})
const law = buy('law', '79110000-8', 'Юридичні послуги', undefined, {size: 0.5})
const bookkeeping = buy('software', '72260000-5', 'Супровід бухгалтерської програми', undefined, {size: 0.4})
const events = buy('events', '79950000-8', 'Організація міських заходів', 'організацію міських заходів')
const journeys = buy('carriage', '60140000-1', 'Перевезення учасників заходів', undefined, {size: 0.7})
const cars = buy('garages', '50110000-9', 'Ремонт і обслуговування автомобілів', undefined, {size: 0.6})
const radio = buy('telecom', '50330000-7', 'Обслуговування системи оповіщення')
const exercises = buy('training', '80510000-2', 'Навчання з охорони праці та цивільного захисту')

/** Contracts that nearly every house has, all year, mostly with the same firm: how many of a hundred buyers. */
export const standing: Often[] = [
  [phone, 0.94],
  [internet, 0.97],
  [guard, 0.86],
]

const aboutHouses: Often[] = [
  [alarms, 5],
  [pests, 4],
  [boilers, 3],
  [meters, 3],
  [decoration, 5],
  [officeMachines, 3],
  [bookkeeping, 1.5],
  [cleaning, 0.8],
  [survey, 0.4],
]
const aboutOffices: Often[] = [
  [officeMachines, 5],
  [bookkeeping, 4],
  [cleaning, 4],
  [cars, 3],
  [alarms, 2],
  [decoration, 2],
  [printing, 1.5],
  [advertising, 1.2],
  [law, 0.8],
  [survey, 0.2],
]
const aboutCulture: Often[] = [...aboutHouses, [events, 3], [printing, 2], [advertising, 2.5]]
const aboutEvents: Often[] = [
  [events, 5],
  [journeys, 2],
  [printing, 1.5],
  [advertising, 1.2],
]

const sweeping = buy('sweeping', '90610000-6', 'Прибирання вулиць і площ', 'прибирання вулиць і площ')
const mowing = buy('greenery', '77310000-6', 'Утримання зелених насаджень', undefined, {
  season: seasons.mowing,
})
const planting = buy('greenery', '77310000-6', 'Висаджування дерев і кущів', undefined, {
  season: seasons.planting,
  size: 0.6,
})
const pruning = buy('greenery', '77340000-5', 'Санітарне обрізування дерев', undefined, {
  season: seasons.pruning,
  size: 0.7,
})
const pavements = buy('pavements', '50230000-6', 'Поточний ремонт тротуарів', undefined, {
  season: seasons.paving,
})
const lights = buy('lighting', '50230000-6', 'Утримання мереж зовнішнього освітлення')
const litter = buy('sweeping', '90510000-5', 'Вивезення сміття з вулиць і парків')
const cemeteries = buy('cemeteries', '98370000-7', 'Утримання міських кладовищ', undefined, {size: 0.5})

const resurfacing = buy('roads', '45230000-8', 'Поточний середній ремонт дорожнього покриття', undefined, {
  season: seasons.paving,
  size: 1.8,
})
const potholes = buy('roads', '50230000-6', 'Ямковий ремонт вулиць', undefined, {season: seasons.potholes})
const winter = buy('roads', '90620000-9', 'Зимове утримання доріг', undefined, {season: seasons.winter})
const marking = buy('signs', '50230000-6', 'Нанесення дорожньої розмітки', undefined, {
  season: seasons.marking,
  size: 0.7,
})
const trafficLights = buy('signs', '50230000-6', 'Утримання світлофорів і дорожніх знаків', undefined, {
  size: 0.5,
})

/** What keeps streets, for the contracts of the city's own enterprises. */
export const upkeep = {sweeping, mowing, pruning, pavements, lights, litter, potholes, winter}

const roof = buy('roofs', '45260000-7', 'Капітальний ремонт покрівлі', undefined, {season: seasons.outdoors})
const facade = buy('facades', '45450000-6', 'Капітальний ремонт фасаду з утепленням', undefined, {
  season: seasons.outdoors,
  size: 1.4,
})
const heating = buy('heating', '45330000-9', 'Капітальний ремонт систем опалення', undefined, {
  season: seasons.beforeHeating,
  size: 2.2,
})
const wiring = buy('wiring', '45310000-3', 'Капітальний ремонт електромереж', undefined, {size: 0.7})
const shelter = buy('building', '45450000-6', 'Капітальний ремонт укриття')
const rooms = buy('decoration', '45450000-6', 'Капітальний ремонт приміщень')
const newShelter = buy('building', '45210000-2', 'Будівництво захисної споруди')
const mains = buy('waterworks', '45230000-8', 'Будівництво водогону')
const rebuilding = buy('building', '45210000-2', 'Реконструкція будівлі', 'реконструкцію будівлі')
const sewers = buy(
  'waterworks',
  '45230000-8',
  'Реконструкція мереж водовідведення',
  'реконструкцію мереж водовідведення',
)
const heatPoint = buy(
  'heating',
  '45330000-9',
  'Реконструкція теплового пункту',
  'реконструкцію теплового пункту',
)
const pavementsAnew = buy('pavements', '45230000-8', 'Капітальний ремонт тротуарів', undefined, {
  season: seasons.outdoors,
})
const lightsAnew = buy('lighting', '45310000-3', 'Капітальний ремонт мереж зовнішнього освітлення')
const square = buy('sweeping', '45110000-1', 'Капітальний ремонт скверу', undefined, {
  season: seasons.outdoors,
})
const roadAnew = buy('roads', '45230000-8', 'Капітальний ремонт вулиці', undefined, {
  season: seasons.outdoors,
  size: 2,
})
const signalsAnew = buy('signs', '45310000-3', 'Капітальний ремонт світлофорних об’єктів', undefined, {
  size: 0.5,
})
const lift = buy('lifts', '45310000-3', 'Капітальний ремонт ліфта')
const pipes = buy('heating', '45330000-9', 'Капітальний ремонт внутрішньобудинкових мереж')
const houseRoof = buy('roofs', '45260000-7', 'Капітальний ремонт покрівлі житлового будинку', undefined, {
  season: seasons.outdoors,
})
const pitch = buy('playgrounds', '45110000-1', 'Капітальний ремонт спортивного майданчика')
/** Design, which is what is paid where there is too little for the works themselves. */
const design = buy('design', '71320000-7', 'Розроблення проєктно-кошторисної документації', undefined, {
  size: 0.3,
})

/** Lists that slots choose from. */
export const purchases = {
  milk: buy('milk', '15510000-6', 'Молоко та молочні продукти'),
  meat: buy('meat', '15110000-2', 'М’ясо птиці та яловичина', 'м’ясо птиці та яловичину'),
  vegetables: buy('vegetables', '03220000-9', 'Овочі та фрукти свіжі'),
  bread: buy('bread', '15810000-9', 'Хліб та хлібобулочні вироби'),
  groceries: buy('groceries', '15610000-7', 'Крупи та борошно'),
  catering: buy('catering', '55320000-9', 'Послуги з організації харчування учнів'),
  software: buy('software', '72220000-3', 'Розроблення електронних сервісів'),
  laptops,
  mowing,
} as const

const medicines: Often[] = [
  [buy('medicine', '33690000-3', 'Лікарські засоби для аптечок'), 1],
  [buy('medicine', '33140000-3', 'Бинти, рукавички та дезінфектанти'), 1],
]

/** Services by the kind of programme; institutions have those about houses. */
const servicesOf: Partial<Record<MixName, readonly Often[]>> = {
  office: aboutOffices,
  miscellany: [
    [advertising, 2],
    [printing, 2],
    [events, 2],
    [law, 1.5],
    [cleaning, 1],
  ],
  informatisation: [
    [buy('software', '72260000-5', 'Супровід програмних комплексів'), 3],
    [buy('software', '48900000-7', 'Ліцензії на програмне забезпечення'), 2],
    [purchases.software, 2],
  ],
  measures: aboutEvents,
  holidays: [
    [
      buy('camps', '55240000-4', 'Послуги з оздоровлення та відпочинку дітей', undefined, {
        season: seasons.camps,
        size: 2,
      }),
      4,
    ],
    [journeys, 1],
  ],
  benefits: [[buy('delivery', '64110000-0', 'Послуги з доставлення виплат'), 1]],
  refuge: [
    [buy('hotels', '55110000-4', 'Послуги з тимчасового проживання'), 3],
    [buy('catering', '55320000-9', 'Послуги з організації гарячого харчування'), 2],
    [decoration, 1],
  ],
  emergency: [
    [radio, 2],
    [cars, 2],
    [exercises, 1],
  ],
  defence: [
    [cars, 3],
    [radio, 1],
    [exercises, 1],
  ],
  grants: [
    [purchases.software, 2],
    [buy('training', '80510000-2', 'Проведення тренінгів'), 2],
    [events, 1],
  ],
  lessons: [[buy('training', '80310000-0', 'Проведення корекційно-розвиткових занять'), 1]],
  saving: [
    [buy('design', '71310000-4', 'Енергетичний аудит будівель'), 2],
    [meters, 2],
  ],
  services: [
    [buy('surveying', '71250000-5', 'Землевпорядні та геодезичні роботи'), 2],
    [survey, 1],
  ],
  funds: [
    [buy('waters', '90720000-0', 'Розчищення русел і берегів'), 2],
    [planting, 2],
    [pruning, 1],
  ],
  improvement: [
    [sweeping, 3],
    [mowing, 3],
    [planting, 1.5],
    [pruning, 1.5],
    [pavements, 2.5],
    [lights, 2],
    [litter, 2],
    [cemeteries, 1],
  ],
  roads: [
    [resurfacing, 4],
    [potholes, 3],
    [winter, 3],
    [marking, 1.5],
    [trafficLights, 1],
  ],
}

/** Where a programme's services are not those of its kind. */
const servicesOfProgram: Record<string, readonly Often[]> = {
  '1216011': [
    [buy('roofs', '45260000-7', 'Поточний ремонт покрівлі', undefined, {season: seasons.outdoors}), 2],
    [buy('heating', '45330000-9', 'Поточний ремонт внутрішньобудинкових мереж'), 2],
    [survey, 1],
  ],
  '1216015': [[buy('lifts', '71630000-3', 'Експертне обстеження ліфтів'), 1]],
  '1216090': [
    [cleaning, 1],
    [buy('sweeping', '90510000-5', 'Ліквідація стихійних звалищ', 'ліквідацію стихійних звалищ'), 3],
  ],
  '1617350': [[buy('design', '71410000-5', 'Розроблення містобудівної документації'), 1]],
  '3117650': [
    [
      buy('surveying', '71310000-4', 'Експертна грошова оцінка ділянок', 'експертну грошову оцінку ділянок'),
      1,
    ],
  ],
}

/** Equipment, by the kind of programme. */
const machinesOf: Partial<Record<MixName, readonly Often[]>> = {
  kindergartens: equally(kitchens, generators, pumps, laptops),
  schools: equally(kitchens, generators, pumps, laptops, panels),
  equipment: equally(laptops, panels),
  lessons: equally(laptops, panels),
  informatisation: equally(laptops),
  canteens: equally(kitchens),
  meals: equally(kitchens),
  defence: equally(generators, jeep),
  emergency: equally(generators, pumps),
  improvement: equally(gritter, exercisers, pumps),
  carriers: equally(gritter),
  funds: equally(exercisers, pumps),
}

const goodsOf: Partial<Record<MixName, readonly Often[]>> = {
  kindergartens: kindergartenGoods,
  schools: lessonGoods,
  college: lessonGoods,
  equipment: equally(desks, lamps),
  canteens: equally(cleaners),
  defence: [...defenceGoods, ...rescueGoods],
  emergency: [...rescueGoods, ...defenceGoods.slice(1)],
  improvement: streetGoods,
  roads: roadGoods,
  funds: [
    [seedlings, 3],
    [materials, 1],
  ],
}

const repairs = equally(rooms, roof, facade, heating, wiring, shelter)

/** Works, by economic code and kind of programme; of the rest, by economic code. */
const worksOf: Record<string, Partial<Record<MixName, readonly Often[]>>> = {
  3122: {},
  3131: {},
  3132: {
    roads: [
      [roadAnew, 6],
      [signalsAnew, 2],
      [buy('roads', '45220000-5', 'Капітальний ремонт шляхопроводу'), 1],
    ],
    improvement: equally(pavementsAnew, lightsAnew, square),
    funds: equally(square, design),
    saving: equally(facade, heating, roof, wiring),
    stadium: equally(pitch, rooms),
  },
  3142: {
    roads: [
      [
        buy('roads', '45230000-8', 'Реконструкція вулиці', 'реконструкцію вулиці', {
          season: seasons.outdoors,
        }),
        3,
      ],
      [buy('roads', '45220000-5', 'Реконструкція шляхопроводу', 'реконструкцію шляхопроводу'), 1],
    ],
    improvement: equally(
      buy(
        'lighting',
        '45310000-3',
        'Реконструкція мереж зовнішнього освітлення',
        'реконструкцію мереж зовнішнього освітлення',
      ),
      sewers,
    ),
    saving: equally(heatPoint, rebuilding),
    stadium: equally(rebuilding),
    schools: equally(rebuilding, heatPoint),
  },
}
const usualWorks: Record<string, readonly Often[]> = {
  3122: equally(newShelter, mains),
  3131: [
    [houseRoof, 2],
    [pipes, 2],
  ],
  3132: repairs,
  3142: equally(rebuilding, sewers, heatPoint),
}

/** What a programme buys under an economic code. */
export function thingsFor({code, mix}: Program, kekv: string): readonly Often[] {
  if (kekv === '2210') return goodsOf[mix] ?? officeGoods
  if (kekv === '2220') return medicines
  if (kekv === '2282') return equally(exercises)
  if (kekv === '3110') return machinesOf[mix] ?? equally(laptops, generators)
  if (kekv === '2240')
    return servicesOfProgram[code] ?? servicesOf[mix] ?? (code.startsWith('10') ? aboutCulture : aboutHouses)
  if (code === '1216015') return equally(lift)
  return worksOf[kekv]?.[mix] ?? usualWorks[kekv]!
}

/** Kinds of programmes whose payers have houses of their own, with what every house needs. */
const housed: ReadonlySet<MixName> = new Set([
  'office',
  'kindergartens',
  'schools',
  'centre',
  'artSchools',
  'college',
  'care',
  'stadium',
])

export const hasHouses = ({mix}: Program): boolean => housed.has(mix)

/** Before the invasion nobody bought this, nor generators before the strikes on the grid. */
const invasion = dayOf(2022, 3, 1)
const blackouts = dayOf(2022, 10, 10)
const notBefore: Record<string, number> = {
  'Однострої та спорядження добровольчого формування': invasion,
  'Захисні бетонні конструкції': invasion,
  'Капітальний ремонт укриття': invasion,
  'Будівництво захисної споруди': invasion,
  'Генератори дизельні': blackouts,
  'Дизельне пальне для генераторів': blackouts,
}

/** The days between signing and the first payment, at most. */
const leadDays = 28

/** Of a list, what can have been bought under contracts that are paid from a month on, in its season; 0 is January. */
export function boughtFrom(list: readonly Often[], year: number, month: number): Often[] {
  const signed = dayOf(year, month + 1, 1) - leadDays
  return list.filter(
    ([{subject, season}]) => signed >= (notBefore[subject] ?? signed) && (season?.[month] ?? 1) > 0,
  )
}

/**
 * The purchase, or another of its kind where so few kopiykas buy none: smaller machines, paper instead of desks, the
 * design instead of the works.
 */
export function affordable(purchase: Purchase, kekv: string, kopiykas: number, year: number): Purchase {
  const isEnough = ({subject}: {subject: string}) => kopiykas >= leastKopiykas(subject, year)
  if (isEnough(purchase)) return purchase
  if (kekv === '2210') return paper
  if (kekv === '3110') return [laptops, pumps].find(isEnough) ?? peripherals
  return kekv === '2240' ? trafficLights : design
}

/** What is delivered through meters, by whoever has the network. */
export type Utility = Omit<Purchase, 'trade'> & {trade: null}

const metered = (cpv: string, cpvName: string, subject: string, paidFor: string): Utility => ({
  cpv,
  cpvName,
  subject,
  paidFor,
  trade: null,
  season: null,
  size: 1,
})

/** By economic code. */
export const utilities: Record<string, Utility> = {
  2271: metered(
    '09320000-8',
    'Пара, гаряча вода та пов’язана продукція',
    'Постачання теплової енергії',
    'теплову енергію',
  ),
  2272: metered(
    '65110000-7',
    'Розподіл води',
    'Водопостачання та водовідведення',
    'водопостачання та водовідведення',
  ),
  2273: metered('09310000-5', 'Електрична енергія', 'Електрична енергія', 'електричну енергію'),
  2274: metered('09120000-6', 'Газове паливо', 'Природний газ', 'природний газ'),
  2275: metered(
    '90510000-5',
    cpvNames['90510000-5'],
    'Вивезення побутових відходів',
    'вивезення побутових відходів',
  ),
}
