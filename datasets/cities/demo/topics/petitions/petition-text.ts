import type {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import {atPlace, drawPlace, type PetitionPlace} from './petition-places.ts'
import type {PetitionTopic} from './petition-topics.ts'
import type {Proposal} from './proposals/proposal.ts'

export type PetitionText = {title: string; text: string; place: PetitionPlace}

const warFrom = dayOf(2022, 4, 1)

const greetings = [
  'Шановний міський голово, шановні депутати!',
  'Шановні мешканці Прикладу!',
  'Доброго дня!',
  'Шановна громадо!',
  'Звертаюся як платник податків і небайдужа людина.',
  'Звертаюся від імені сусідів.',
  'Вітаю!',
  'Шановні сусіди!',
]

/** What has been tried already. `{year}` is one to three years back. */
const attempts = [
  'Ми зверталися з цього приводу ще {year} року, але отримали відписку.',
  'Торік про це писали в соцмережах, і нам пообіцяли «врахувати під час планування».',
  'Під колективним листом підписалося понад {many} людей, проте відповіді досі немає.',
  'На зустрічі з депутатом {year} року нам обіцяли вирішити питання за кілька місяців.',
  'Відповідь {year} року була короткою: «коштів у бюджеті не передбачено».',
  'Розумію, що проблем у місті багато, але з цією ми стикаємося щодня.',
  'Про це говорять на кожних зборах, але далі розмов справа не йде.',
  'Питання порушували на сесії {year} року, та воно загубилося між комісіями.',
  'Дехто скаже, що зараз не на часі, але саме з такого й складається життя міста.',
]

/** The same, for one place. */
const attemptsOnSite = [
  ...attempts,
  'До контактного центру телефонували десятки разів, і щоразу заявку закривають як виконану.',
  'Я живу тут понад {age} років, і за цей час нічого не змінилося.',
  'Комісія приїздила, поміряла, сфотографувала й більше не поверталася.',
]

/** The same, for what neighbours can patch themselves. */
const attemptsOfNeighbours = [
  ...attemptsOnSite,
  'Мешканці готові долучитися й роботою, і частиною коштів.',
  'Ми кілька разів латали все власними силами, але цього вистачає на сезон.',
]
const many = ['п’ятдесят', 'сто', 'сто п’ятдесят', 'двісті', 'триста']
const ages = ['десять', 'п’ятнадцять', 'двадцять', 'тридцять', 'сорок']

const reasons = [
  'Це не потребує надмірних коштів, зате відчутно поліпшить життя.',
  'У сусідніх громадах таке вже зробили, тож і ми впораємося.',
  'Кожен місяць зволікання обходиться дорожче.',
  'Йдеться не про примху, а про звичайні людські умови.',
  'Місто має бути зручним для тих, хто в ньому живе.',
  'Переконані, що гроші на це знайдуться, якщо правильно розставити пріоритети.',
  'Завдання посильне, якщо за нього справді взятися.',
  'Відкладати далі вже нікуди.',
  'Від цього виграють усі: і діти, і старші люди.',
]

const demands = [
  'Просимо міську раду',
  'Тому прошу міську раду',
  'Пропоную міській раді',
  'Вимагаємо від міської ради',
  'Звертаємося з проханням',
  'Просимо розглянути це на найближчій сесії та',
]

const closings = [
  'Підтримайте петицію – це стосується кожного з нас.',
  'Дякую за кожен підпис!',
  'Разом ми можемо це змінити.',
  'Прошу небайдужих підтримати й поширити.',
  'Сподіваємося на розуміння та конкретні строки.',
  'Чекаємо не обіцянок, а рішення.',
  'Заздалегідь дякуємо за підтримку.',
]

/** Some of a list, in its order: at least `least`. */
function some<T>(draw: Draw, list: readonly T[], least: number): T[] {
  const count = least + draw.below(list.length - least + 1)
  const left = [...list]
  while (left.length > count) left.splice(draw.below(left.length), 1)
  return left
}

/** A petition of this topic as somebody would write it on this day. */
export function writePetition(
  draw: Draw,
  {proposals}: PetitionTopic,
  day: number,
  renamedOn: number,
): PetitionText {
  let proposal = draw.pick(proposals)
  while ((proposal.isWartime && day < warFrom) || (isCitywide(proposal) && draw.chance(0.5)))
    proposal = draw.pick(proposals)
  const pattern = draw.pick(proposal.titles)
  // A title that leaves the place open speaks of the whole city.
  const place = pattern.includes('{place}')
    ? drawPlace(draw, proposal.where, day, renamedOn)
    : {phrase: '', district: null}
  const title = vary(draw, atPlace(pattern, place.phrase).trim(), dateOf(day).year)

  const paragraphs: string[] = []
  const problems = some(draw, proposal.problems, 2).join(' ')
  paragraphs.push(draw.chance(0.6) ? `${draw.pick(greetings)} ${problems}` : problems)
  const attempt = draw
    .pick(place.district === null ? attempts : proposal.isRepair ? attemptsOfNeighbours : attemptsOnSite)
    .replace('{year}', String(dateOf(day).year - 1 - draw.below(3)))
    .replace('{many}', draw.pick(many))
    .replace('{age}', draw.pick(ages))
  paragraphs.push(draw.chance(0.5) ? `${attempt} ${draw.pick(reasons)}` : attempt)
  const [first, ...others] = proposal.asks
  paragraphs.push(demand(draw, [first!, ...some(draw, others, 0)]))
  if (draw.chance(0.55)) paragraphs.push(draw.pick(closings))
  return {title, text: paragraphs.join('\n'), place}
}

const isCitywide = ({titles}: Proposal) => !titles.some(title => title.includes('{place}'))

const infinitive = /^[А-ЯІЇЄ][а-яіїєґ’]*[аеиіїуюясзй]ти(ся)? /

/** Titles that tell what to do are put in other ways as well. */
function vary(draw: Draw, title: string, year: number): string {
  if (!infinitive.test(title) || /[:,]/.test(title) || draw.chance(0.6)) return title
  const small = title[0]!.toLowerCase() + title.slice(1)
  return draw.pick([
    `Просимо ${small}`,
    `Терміново ${small}`,
    `Прошу ${small}`,
    `Просимо ${small}`,
    `Зобов’язати виконком ${small}`,
    `${title} до кінця року`,
    `${title} у ${year + 1} році`,
    `${title}!`,
  ])
}

/** One wish goes on with the sentence, several are numbered. */
function demand(draw: Draw, asks: string[]): string {
  const begin = draw.pick(demands)
  return asks.length === 1
    ? `${begin} ${asks[0]}.`
    : `${begin}:\n${asks.map((ask, index) => `${index + 1}) ${ask}${index + 1 < asks.length ? ';' : '.'}`).join('\n')}`
}
