import type {Text} from '../../../../../src/index.ts'
import {transliterate} from '../../../tools/language/transliterate.ts'
import type {Zone} from '../layout/layout.ts'

/** What the waters are called. */
export const waterNames = {
  sea: {uk: 'Чорне море', en: 'Black Sea'},
  river: {uk: 'річка Зразівка', en: 'Zrazivka River'},
  reservoir: {uk: 'Зразівське водосховище', en: 'Zrazivske Reservoir'},
} as const satisfies Record<string, Text>

const named = (kind: [uk: string, en: string], words: string): Text[] =>
  words.split(/\s*,\s*/).map(word => ({uk: `${kind[0]} «${word}»`, en: `${transliterate(word)} ${kind[1]}`}))

/** Names of quarters by zone, the largest quarter's first. Zones without a list have none. */
export const quarterNames: Partial<Record<Zone, Text[]>> = {
  park: named(
    ['парк', 'Park'],
    'Приморський, Ювілейний, Плавні, Дубовий гай, Затишок, Перлина, Терасний, Річковий, Яблуневий сад',
  ),
  resort: named(['курортна зона', 'Resort Area'], 'Лазурний берег, Піщана коса, Бриз'),
  micro: named(
    ['мікрорайон', 'Housing Estate'],
    'Сонячний, Лиманний, Парковий, Південний, Зоряний, Морський, Райдужний, Східний',
  ),
  khrushchev: named(
    ['житловий масив', 'Housing Estate'],
    'Березневий, Ювілейний, Весняний, Зелений, Дружний, Західний',
  ),
  garden: named(
    ['селище', 'Settlement'],
    `Садове, Вишневе, Ковилове, Горіхове, Виноградне, Слобідка, Лугове, Зарічне, Левадне, Абрикосове, Тополине, Калинове,
    Привітне, Яружне, Надрічне, Хутірське, Затишне, Акацієве, Польове, Дальнє`.replaceAll('\n', ' '),
  ),
  village: named(['хутір', 'Hamlet'], 'Очерет, Криничний, Вітряк, Чумаки, Плавні, Степок'),
  dacha: named(['садове товариство', 'Allotments'], 'Чайка, Хвиля, Мрія, Світанок, Якір, Лелека'),
  cemetery: named(['кладовище', 'Cemetery'], 'Степове, Старе'),
  harbour: [{uk: 'Прикладський морський порт', en: 'Pryklad Sea Port'}],
  market: [
    {uk: 'Середмістський ринок', en: 'Seredmistskyi Market'},
    {uk: 'Степовий ринок', en: 'Stepovyi Market'},
  ],
  industry: named(
    ['промзона', 'Industrial Area'],
    'Північна, Привокзальна, Деповська, Східна, Елеваторна, Суднобудівна, Цегельна',
  ),
}

/** Names of beaches from west to east, and of woods in ravines, the largest first. */
export const beachNames: Text[] = named(
  ['пляж', 'Beach'],
  'Лазурний, Перлинний, Черепашковий, Дельфін, Зарічний, Дикий, Золотий',
)
export const woodNames: Text[] = named(
  ['урочище', 'Woods'],
  'Тернове, Глибока балка, Солона балка, Дубки, Вербове, Вовча балка, Широкий яр',
)
