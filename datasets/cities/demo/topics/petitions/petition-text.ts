import type {Draw} from '../../tools/numbers/draw.ts'
import {dateOf} from '../../tools/time/days.ts'
import type {Events} from '../../world/events.ts'
import type {PetitionTopic} from './petition-topics.ts'
import type {PetitionPlace, PlaceBook} from './place-book.ts'
import {atPlace} from './place-words.ts'
import {fittingTitle, type Proposal} from './proposals/proposal.ts'
import {isSeason, type Timely, timely} from './seasons.ts'

export type PetitionText = {
  title: string
  text: string
  /** The same without what is asked for. */
  problems: string
  place: PetitionPlace
  proposal: Proposal
  /** What it asks for and where, however it is put. */
  about: string
}

/** Who speaks: one person or neighbours. */
type Voice = 'one' | 'many'

const greetings: Record<Voice, string[]> = {
  one: [
    'Доброго дня!',
    'Шановний міський голово, шановні депутати!',
    'Звертаюся як платник податків і небайдужа людина.',
    'Вітаю!',
    'Шановні мешканці Прикладу!',
  ],
  many: [
    'Шановний міський голово, шановні депутати!',
    'Шановна громадо!',
    'Звертаємося як мешканці та платники податків.',
    'Доброго дня!',
    'Шановні сусіди й усі небайдужі!',
  ],
}

/** What has been tried already. */
const attempts: Record<Voice, Timely[]> = {
  one: [
    'Моє торішнє звернення на сайті міської ради досі «опрацьовують».',
    'Розумію, що проблем у місті багато, але з цією стикаюся щодня.',
    {
      text: 'Дехто скаже, що зараз не на часі, але саме з такого й складається життя міста.',
      when: 'war',
    },
    'Знаю, що про це просили й до мене.',
    {text: 'Розумію, що головне зараз – перемога, та дбати про місто маємо й тепер.', when: 'war'},
  ],
  many: [
    'Торік про це писали в соцмережах, і нам пообіцяли «врахувати під час планування».',
    'Під колективним листом підписалося понад {many} людей, проте справа не зрушила.',
    'На зустрічі з депутатом нам обіцяли розв’язати питання за кілька місяців, а минув рік.',
    'Про це говорять на кожних зборах, але далі розмов не йде.',
    'Питання порушували на сесії, та воно загубилося між комісіями.',
    'Минулорічна відповідь була короткою: «коштів у бюджеті не передбачено».',
    {
      text: 'Ще до повномасштабного вторгнення нам це обіцяли, відтоді більше не згадували.',
      when: 'laterWar',
    },
  ],
}

/** The same, for what is broken in one place and neighbours could patch themselves. */
const attemptsOnSite: Record<Voice, string[]> = {
  one: [
    'До контактного центру телефоную щомісяця, і щоразу заявку закривають як виконану.',
    'Живу тут понад {age} років, і за цей час нічого не змінилося.',
    'Комісія приїздила, поміряла, сфотографувала й більше не поверталася.',
    'Мешканці готові долучитися й роботою, і частиною коштів.',
  ],
  many: [
    'До контактного центру ми телефонували десятки разів, і щоразу заявку закривають як виконану.',
    'Комісія приїздила, поміряла, сфотографувала й більше не поверталася.',
    'Більшість із нас живе тут понад {age} років, тож ми знаємо, про що говоримо.',
    'Ми кілька разів латали все власними силами, але цього вистачає на сезон.',
  ],
}
const many = ['п’ятдесят', 'сто', 'сто п’ятдесят', 'двісті', 'триста']
const ages = ['десять', 'п’ятнадцять', 'двадцять', 'тридцять', 'сорок']

const reasons: string[] = [
  'Це не потребує надмірних коштів, зате відчутно поліпшить життя.',
  'У сусідніх громадах таке вже зробили, тож і ми впораємося.',
  'Кожен місяць зволікання обходиться дорожче.',
  'Йдеться не про примху, а про звичайні людські умови.',
  'Місто має бути зручним для тих, хто в ньому живе.',
  'Гроші на це знайдуться, якщо правильно розставити пріоритети.',
  'Завдання посильне, якщо за нього справді взятися.',
  'Відкладати далі вже нікуди.',
]

const demands: Record<Voice, string[]> = {
  one: ['Тому прошу міську раду', 'Пропоную міській раді', 'Прошу міську раду'],
  many: [
    'Просимо міську раду',
    'Вимагаємо від міської ради',
    'Закликаємо міську раду',
    'Пропонуємо міській раді',
  ],
}

const closings: Record<Voice, string[]> = {
  one: [
    'Дякую за кожен підпис!',
    'Прошу небайдужих підтримати й поширити.',
    'Підтримайте петицію, якщо вам не байдуже.',
    'Сподіваюся на розуміння та конкретні строки.',
  ],
  many: [
    'Разом ми можемо це змінити.',
    'Чекаємо не обіцянок, а рішення.',
    'Заздалегідь дякуємо за підтримку.',
    'Підтримайте петицію, бо це стосується кожного з нас.',
    'Сподіваємося на розуміння та конкретні строки.',
  ],
}

/** Some of a list, in its order: at least `least`. */
function some<T>(draw: Draw, list: readonly T[], least: number): T[] {
  const count = Math.min(list.length, least + draw.below(Math.max(1, list.length - least + 1)))
  const left = [...list]
  while (left.length > count) left.splice(draw.below(left.length), 1)
  return left
}

/**
 * A petition of this topic as somebody would write it on this day, with a title that `isTaken` does not know. Each try
 * draws another title and place, every third another proposal.
 */
export function writePetition(
  draw: Draw,
  {proposals}: PetitionTopic,
  {
    day,
    events,
    book,
    isTaken,
  }: {day: number; events: Events; book: PlaceBook; isTaken: (title: string) => boolean},
): PetitionText {
  const open = proposals.filter(({when}) => isSeason(when, day, events))
  let proposal = draw.pick(open)
  let named = entitle(draw, proposal, day, book)
  for (let left = 60; left > 0 && isTaken(named.title); left--) {
    if (left % 3 === 0) proposal = draw.pick(open)
    named = entitle(draw, proposal, day, book)
  }
  const {title, place, about, pattern} = named
  return {title, place, about, proposal, ...tell(draw, proposal, pattern, place, day, events)}
}

function entitle(draw: Draw, proposal: Proposal, day: number, book: PlaceBook) {
  const pattern = draw.pick(proposal.titles)
  const kinds = proposal.where.filter(kind => kind !== 'city')
  // A title that leaves the place open speaks of the whole city.
  const place: PetitionPlace =
    pattern.includes('{place}') && kinds.length > 0
      ? book.draw(draw, proposal.where, day)
      : {phrase: '', district: null}
  const title = atPlace(pattern, place.phrase)
    .replace(/[, ]+$/, '')
    .replace(/ +(?=[:,?!])/g, '')
    .replace(/ {2,}/g, ' ')
  return {title: vary(draw, title, proposal, day), place, about: title, pattern}
}

function tell(
  draw: Draw,
  proposal: Proposal,
  pattern: string,
  place: PetitionPlace,
  day: number,
  events: Events,
) {
  const voice: Voice = draw.chance(0.45) ? 'one' : 'many'
  const problems = some(draw, fittingTitle(proposal.problems, pattern, day, events), 2).join(' ')
  const first = draw.chance(0.6) ? `${draw.pick(greetings[voice])} ${problems}` : problems
  const paragraphs = [first]
  if (draw.chance(0.75)) {
    const tried = [
      ...timely(attempts[voice], day, events),
      ...(place.district !== null && proposal.isRepair ? attemptsOnSite[voice] : []),
    ]
    const attempt = draw.pick(tried).replace('{many}', draw.pick(many)).replace('{age}', draw.pick(ages))
    paragraphs.push(draw.chance(0.5) ? `${attempt} ${draw.pick(reasons)}` : attempt)
  } else if (draw.chance(0.5)) paragraphs.push(draw.pick(reasons))
  const before = paragraphs.join('\n')

  // The first is what it is all about.
  const [main, ...more] = fittingTitle(proposal.asks, pattern, day, events)
  paragraphs.push(demand(draw, voice, [main!, ...some(draw, more, 0)]))
  if (draw.chance(0.55)) paragraphs.push(draw.pick(closings[voice]))
  return {text: paragraphs.join('\n'), problems: before}
}

/** Does a title say what to do: «Встановити …», «Просимо встановити …», «Не рубати …»? */
export const isInstruction = (title: string): boolean => /^(\S+ )?[А-ЯІЇЄа-яіїєґ’]+ти(ся)? /.test(title)

const infinitive = /^[А-ЯІЇЄ][а-яіїєґ’]*ти(ся)? /

/** Titles are put in other ways as well: those that tell what to do, and those that name it. */
function vary(draw: Draw, title: string, {nature}: Proposal, day: number): string {
  if (draw.chance(0.68)) return title
  const isPlain = !/[:,–?!]/.test(title)
  if (!infinitive.test(title))
    return isPlain
      ? draw.pick([
          `${title}: скільки ще чекати?`,
          `${title}: прохання мешканців`,
          `${title}!`,
          `${title}: давно пора`,
        ])
      : title
  const small = title[0]!.toLowerCase() + title.slice(1)
  const asked = [`Просимо ${small}`, `Прошу ${small}`, `Терміново ${small}`, `Пропоную ${small}`]
  if (isPlain) asked.push(`${title}!`, `${title}: прохання мешканців`)
  if (isPlain && (nature === 'works' || nature === 'purchase' || nature === 'operator'))
    asked.push(`${title} до кінця року`, `${title} у ${dateOf(day).year + 1} році`)
  return draw.pick(asked)
}

/** One wish goes on with the sentence, several are numbered. */
function demand(draw: Draw, voice: Voice, asks: string[]): string {
  const begin = draw.pick(demands[voice])
  return asks.length === 1
    ? `${begin} ${asks[0]}.`
    : `${begin}:\n${asks.map((ask, index) => `${index + 1}) ${ask}${index + 1 < asks.length ? ';' : '.'}`).join('\n')}`
}
