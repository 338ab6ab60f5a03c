import {inYear} from '../budget/in-year.ts'

/** What a thing is counted in and what one of it costs, in hryvnias with VAT in 2021 … 2026. */
export type UnitPrice = {
  unit: string
  hryvnias: readonly number[]
  /** Paid for by what was read or weighed. */
  isBulk: boolean
  /** By which share the dearest contract of a year is above the cheapest. */
  spread: number
}

/**
 * Consumer prices, 2021 is 1: yearly averages of the State Statistics Service to 2025, then as the National Bank
 * expects.
 */
const consumerPrices = [1, 1.202, 1.357, 1.445, 1.628, 1.75]

const grown = (hryvnias: number) => consumerPrices.map(index => hryvnias * index)
const bulk = (unit: string, hryvnias: readonly number[]): UnitPrice => ({
  unit,
  hryvnias,
  isBulk: true,
  spread: 0.06,
})
/** The same for everybody. */
const tariff = (unit: string, hryvnias: readonly number[]): UnitPrice => ({
  ...bulk(unit, hryvnias),
  spread: 0,
})
const weighed = (unit: string, in2021: number) => bulk(unit, grown(in2021))
const each = (unit: string, in2021: number): UnitPrice => ({
  unit,
  hryvnias: grown(in2021),
  isBulk: false,
  spread: 0.36,
})

/** By the subject of a contract. What is metered has its tariff, what is bought its price on the market. */
export const unitPrices: Record<string, UnitPrice> = {
  'Постачання теплової енергії': tariff('Гкал', [2_480, 3_450, 3_610, 3_890, 4_240, 4_610]),
  'Водопостачання та водовідведення': tariff('м3', [38.4, 45.7, 53.9, 59.8, 65.6, 72.3]),
  'Електрична енергія': bulk('кВт·год', [3.34, 4.42, 5.78, 7.86, 9.52, 10.7]),
  'Природний газ': tariff('м3', [10.9, 16.55, 16.55, 17.6, 19.9, 21.4]),
  'Вивезення побутових відходів': tariff('м3', [118, 137, 161, 184, 209, 231]),
  'Бензин А-95 та дизельне пальне (талони)': bulk('л', [28.9, 46.2, 47.6, 53.4, 57.2, 61.5]),
  'Дизельне пальне для генераторів': bulk('л', [27.6, 50.4, 48.3, 52.1, 56.3, 60.7]),
  'Дизельне пальне для аварійно-рятувальної техніки': bulk('л', [27.6, 50.4, 48.3, 52.1, 56.3, 60.7]),
  'Сіль технічна для посипання доріг': weighed('т', 2_350),
  'Пісок для піщано-соляної суміші': weighed('т', 380),
  'Саджанці дерев і кущів': each('шт.', 640),
  'Пісок та мішки для протипаводкових робіт': weighed('т', 410),
  'Молоко та молочні продукти': weighed('л', 31),
  'М’ясо птиці та яловичина': weighed('кг', 112),
  'Овочі та фрукти свіжі': weighed('кг', 21),
  'Хліб та хлібобулочні вироби': weighed('кг', 27),
  'Крупи та борошно': weighed('кг', 29),
  'Послуги з організації харчування учнів': weighed('порція', 33),
  'Ноутбуки та персональні комп’ютери': each('шт.', 19_800),
  'Генератори дизельні': each('шт.', 148_000),
  'Обладнання для харчоблоку': each('шт.', 23_500),
  'Насоси циркуляційні': each('шт.', 16_200),
  'Інтерактивні панелі': each('шт.', 58_000),
  'Машина комбінована дорожня': each('шт.', 3_450_000),
  'Автомобіль підвищеної прохідності': each('шт.', 690_000),
  'Вуличні тренажери': each('шт.', 21_000),
  'Парти та стільці учнівські': each('комплект', 1_950),
  'Однострої та спорядження добровольчого формування': each('комплект', 6_800),
  'Захисні бетонні конструкції': each('шт.', 7_400),
  'Капітальний ремонт ліфта': each('шт.', 455_000),
  'Ямковий ремонт вулиць': each('м2', 1_120),
  'Поточний середній ремонт дорожнього покриття': each('м2', 870),
  'Нанесення дорожньої розмітки': each('м2', 410),
  'Поточний ремонт тротуарів': each('м2', 960),
  'Капітальний ремонт вулиці': each('м2', 1_480),
  'Капітальний ремонт тротуарів': each('м2', 1_340),
  'Капітальний ремонт покрівлі': each('м2', 1_280),
  'Капітальний ремонт покрівлі житлового будинку': each('м2', 1_280),
  'Капітальний ремонт фасаду з утепленням': each('м2', 1_730),
}

/** The price of a contract of a year, in kopiykas; `unit`, from 0 to 1, is the contract's own. */
export const unitKopiykas = ({hryvnias, spread}: UnitPrice, year: number, unit: number): number =>
  Math.round(inYear(hryvnias, year) * (1 + spread * (unit - 0.5)) * 100)

/** Smallest works, in hryvnias of 2021: below, only their design is paid. */
const smallestWorks: Record<string, number> = {
  'Реконструкція будівлі': 700_000,
  'Реконструкція мереж водовідведення': 400_000,
  'Реконструкція теплового пункту': 350_000,
  'Будівництво захисної споруди': 2_600_000,
  'Будівництво водогону': 600_000,
  'Капітальний ремонт покрівлі': 180_000,
  'Капітальний ремонт покрівлі житлового будинку': 180_000,
  'Капітальний ремонт фасаду з утепленням': 200_000,
  'Капітальний ремонт систем опалення': 120_000,
  'Капітальний ремонт електромереж': 90_000,
  'Капітальний ремонт укриття': 150_000,
  'Капітальний ремонт приміщень': 90_000,
  'Капітальний ремонт вулиці': 900_000,
  'Реконструкція вулиці': 900_000,
  'Капітальний ремонт шляхопроводу': 600_000,
  'Реконструкція шляхопроводу': 900_000,
  'Реконструкція мереж зовнішнього освітлення': 200_000,
  'Капітальний ремонт світлофорних об’єктів': 150_000,
  'Капітальний ремонт спортивного майданчика': 150_000,
  'Капітальний ремонт тротуарів': 150_000,
  'Капітальний ремонт мереж зовнішнього освітлення': 120_000,
  'Капітальний ремонт скверу': 250_000,
  'Капітальний ремонт внутрішньобудинкових мереж': 80_000,
  'Поточний середній ремонт дорожнього покриття': 250_000,
}

/** Kopiykas below which a contract for this makes no sense: less than one of it at the lowest price, or too small a work. */
export function leastKopiykas(subject: string, year: number): number {
  const work = smallestWorks[subject]
  if (work !== undefined) return inYear(grown(work), year) * 100
  const price = unitPrices[subject]
  return price && !price.isBulk ? inYear(price.hryvnias, year) * 82 : 0
}
