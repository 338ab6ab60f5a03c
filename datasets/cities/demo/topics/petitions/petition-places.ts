import type {Draw} from '../../tools/numbers/draw.ts'
import {districts} from '../../world/districts.ts'

export type PlaceKind =
  | 'city'
  | 'district'
  | 'crossing'
  | 'near'
  | 'yard'
  | 'houses'
  | 'private'
  | 'school'
  | 'schoolWay'
  | 'park'
  | 'shore'
  | 'promenade'

/** Where: a phrase of place, and the district it lies in, or null for the whole city. */
export type PetitionPlace = {phrase: string; district: number | null}

/** What the district is called on a day: «Гаванський», before its renaming «Гвардійський». */
export function districtNameOn(district: number, day: number, renamedOn: number): string {
  const {name, former} = districts[district]!
  return day < renamedOn && former ? former.uk : name.uk
}

/** «в Узбережному районі», «у Степовому районі»; the preposition before a pause or a consonant. */
export function inDistrict(name: string): string {
  const preposition = /^[АЕЄИІЇОУЮЯ]/.test(name) ? 'в' : 'у'
  return `${preposition} ${name.replace(/ий$/, 'ому')} районі`
}

/** Districts by how much of each kind of place is there: the centre, the harbour, the slabs, beyond the river, the coast. */
const districtsOf: Record<Exclude<PlaceKind, 'city'>, number[]> = {
  district: [0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 4],
  crossing: [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 4],
  near: [0, 0, 1, 1, 2, 2, 2, 2, 3, 4],
  yard: [0, 1, 1, 2, 2, 2, 2, 2, 2, 3],
  houses: [0, 1, 1, 2, 2, 2, 2, 2, 2, 3],
  private: [1, 3, 3, 3, 4, 4],
  school: [0, 0, 1, 2, 2, 2, 2, 3, 4],
  schoolWay: [0, 0, 1, 2, 2, 2, 2, 3, 4],
  park: [0, 0, 1, 2, 2, 3, 4],
  shore: [4],
  promenade: [0, 4, 4],
}

/** Phrases by kind: `{in}` «у Степовому районі», `{of}` «Степового району», `{school}` «№ 8». */
const phrases: Record<Exclude<PlaceKind, 'city'>, string[]> = {
  district: ['{in}'],
  crossing: [
    'на перехресті біля ринку {in}',
    'біля поліклініки {in}',
    'біля кінцевої зупинки {in}',
    'на виїзді з мікрорайону {in}',
    'біля супермаркету {in}',
    'на розвилці перед мостом {in}',
    'біля ліцею {school}',
    'біля дитячого садка {in}',
  ],
  near: [
    'біля ринку {in}',
    'біля поліклініки {in}',
    'біля дитячого садка {in}',
    'біля бібліотеки {in}',
    'біля супермаркету {in}',
    'біля ліцею {school}',
    'уздовж головної вулиці {of}',
  ],
  yard: [
    'у дворах дев’ятиповерхівок {of}',
    'у дворах п’ятиповерхівок {of}',
    'у дворі біля ліцею {school}',
    'у кварталі біля ринку {in}',
    'у новому мікрорайоні {in}',
    'у дворах {of}',
  ],
  houses: [
    'у дев’ятиповерхівках {of}',
    'у п’ятиповерхівках {of}',
    'у панельних будинках {of}',
    'у старих будинках {of}',
    'у кварталі біля ліцею {school}',
    '{in}',
  ],
  private: [
    'у приватному секторі {of}',
    'на вулицях приватної забудови {in}',
    'у старих провулках {of}',
    'на околиці {of}',
  ],
  school: ['у ліцеї {school}'],
  schoolWay: ['біля ліцею {school}', 'поряд із ліцеєм {school}', 'дорогою до ліцею {school}'],
  park: [
    'у міському парку',
    'у сквері {of}',
    'на бульварі {of}',
    'у парку біля водосховища',
    'на алеї {of}',
    'у сквері біля ліцею {school}',
  ],
  shore: ['на міському пляжі', 'на дикому пляжі {in}', 'на пляжі біля маяка', 'біля морського вокзалу'],
  promenade: [
    'на центральній набережній',
    'біля морського вокзалу',
    'на сходах до моря {in}',
    'на оглядовому майданчику {in}',
  ],
}

/** Phrases that name their own place, whatever district was drawn. */
const fixed: Record<string, number> = {
  'у міському парку': 0,
  'у парку біля водосховища': 3,
  'на центральній набережній': 0,
  'біля морського вокзалу': 0,
  'на міському пляжі': 4,
  'на пляжі біля маяка': 4,
}

/** Somewhere of one of these kinds, on a day: districts go by the names they then had. */
export function drawPlace(draw: Draw, kinds: PlaceKind[], day: number, renamedOn: number): PetitionPlace {
  const kind = draw.pick(kinds)
  if (kind === 'city') return {phrase: '', district: null}
  const district = draw.pick(districtsOf[kind])
  const phrase = draw.pick(phrases[kind])
  const name = districtNameOn(district, day, renamedOn)
  return {
    phrase: phrase
      .replace('{in}', inDistrict(name))
      .replace('{of}', `${name.replace(/ий$/, 'ого')} району`)
      // Schools are numbered across the districts.
      .replace('{school}', `№ ${1 + district + 5 * draw.below(3)}`),
    district: fixed[phrase] ?? district,
  }
}

/** Puts the place into a text; between two vowels its «у» becomes «в», before a cluster it stays. */
export function atPlace(text: string, place: string): string {
  return text
    .replaceAll('{place}', place)
    .replace(/([аеєиіїоуюя],?) у (?=[бгґджзйклмнпрстхцчшщ][аеєиіїоуюя])/gi, '$1 в ')
    .replace(/([бвгґджзйклмнпрстфхцчшщь]) в (?=[бвгґджзйклмнпрстфхцчшщ])/gi, '$1 у ')
}
