import type {Dirt} from '../../chapter.ts'

/** Faults that publishers of appeals make, and how many rows of ten thousand have each here. */
const faults = {
  closedBeforeReceived: [4, 'закрито раніше, ніж надійшло', 'closed before it was received'],
  closedInFuture: [
    2,
    'закрито через десять років: помилка в році',
    'closed after the day of the file: ten years too late',
  ],
  repeatedNumber: [
    14,
    'номер записано двічі: спершу у давнішому стані',
    'a number stands twice: first in an older state',
  ],
  noDistrict: [70, 'немає району', 'no district'],
  oldDistrict: [
    0,
    'стара назва району після перейменування',
    "the district's former name after it was renamed",
  ],
  districtVariant: [
    90,
    'район іншими словами: «р-н», «район», малі літери',
    'the district in other words: «р-н», «район», small letters',
  ],
  oldStreet: [0, 'стара назва вулиці після перейменування', "the street's former name after it was renamed"],
  swappedPlace: [22, 'широта й довгота поміняні місцями', 'latitude and longitude swapped'],
  farPlace: [14, 'координати поза містом', 'coordinates outside the city'],
  noPlace: [0, 'немає координат (null)', 'no coordinates (null)'],
  cyrillicT: [0, 'кирилична «Т» між датою й часом', 'a Cyrillic Т between date and time'],
  lineBreak: [0, 'розрив рядка всередині клітинки', 'a line break inside a cell'],
  kindVariant: [
    150,
    'тема іншими словами, іншим регістром або з пробілом',
    'the topic in other words, in other case or with a blank',
  ],
  trailingBlank: [80, 'пробіли після назви виконавця', 'blanks after the name of the executor'],
  straightApostrophe: [
    0,
    "прямий апостроф (') замість друкарського в тексті",
    "a straight apostrophe (') in the text",
  ],
  tooManyCells: [30, 'зайва крапка з комою: на клітинку більше', 'a stray semicolon: one cell too many'],
  tooFewCells: [3, 'рядок обірвано: бракує клітинок', 'the line is cut off: cells are missing'],
} satisfies Record<string, [perTenThousand: number, uk: string, en: string]>

export type Fault = keyof typeof faults

/** What people and executors give away in texts, beside what they are asked for. */
const confided = {
  phone: ['телефон у тексті', 'a phone in the text'],
  email: ['електронна пошта в тексті', 'an e-mail in the text'],
  name: ['прізвище після «гр.» у тексті', 'a surname after «гр.» in the text'],
  patronymic: ['ім’я та по батькові в тексті', 'a given name and patronymic in the text'],
  taxNumber: ['РНОКПП у тексті', 'a tax number in the text'],
  iban: ['рахунок IBAN у тексті', 'an IBAN in the text'],
  passport: ['номер паспорта в тексті', 'a passport number in the text'],
  plate: ['номер автомобіля в тексті', 'a car plate in the text'],
  flat: ['номер квартири в тексті', 'a flat number in the text'],
  nameInAnswer: ['прізвище після «гр.» у відповіді', 'a surname after «гр.» in the answer'],
  flatInAnswer: ['номер квартири у відповіді', 'a flat number in the answer'],
} satisfies Record<string, [uk: string, en: string]>

export type Confided = keyof typeof confided

/** By the ten-thousandth of a row's own number: the fault it has, if any. A row has one at most. */
const faultAt: (Fault | null)[] = Array<Fault | null>(10_000).fill(null)
Object.entries(faults).reduce((from, [id, [count]]) => {
  faultAt.fill(id as Fault, from, from + count)
  return from + count
}, 0)

/** Counts of what has been planted. */
export class Faults {
  #counts = new Map<Fault | Confided, number>()

  /** The fault that a row is to have. @param at in [0, 1), belongs to the row */
  of(at: number): Fault | null {
    return faultAt[Math.floor(at * 10_000)]!
  }

  count(fault: Fault | Confided, number = 1): void {
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + number)
  }

  dirt(file: string): Dirt[] {
    const texts: [Fault | Confided, string, string][] = [
      ...Object.entries(faults).map(([id, [, uk, en]]): [Fault, string, string] => [id as Fault, uk, en]),
      ...Object.entries(confided).map(([id, [uk, en]]): [Confided, string, string] => [
        id as Confided,
        uk,
        en,
      ]),
    ]
    return texts.map(([id, uk, en]) => ({file, fault: {uk, en}, count: this.#counts.get(id) ?? 0}))
  }
}
