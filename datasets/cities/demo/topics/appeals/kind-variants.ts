import {problems} from './problems.ts'

/** Other words for a topic, as different desks write them. */
const synonyms: Record<string, string[]> = {
  Опалення: ['Теплопостачання'],
  Водопостачання: ['Водопостачання та якість води'],
  Водовідведення: ['Каналізація'],
  Ліфти: ['Ліфтове господарство'],
  'Утримання будинків': ['Житловий фонд'],
  Дороги: ['Дорожнє господарство'],
  Освітлення: ['Зовнішнє освітлення'],
  Електропостачання: ['Електроенергія'],
  Відходи: ['Вивезення сміття'],
  'Зелені насадження': ['Озеленення'],
  Транспорт: ['Громадський транспорт'],
  'Тиша та порядок': ['Благоустрій та порядок'],
  Тварини: ['Безпритульні тварини'],
  Довкілля: ['Екологія'],
  'Соціальний захист': ['Соцзахист'],
  'Тарифи та нарахування': ['Тарифи'],
  'Земля та забудова': ['Містобудування'],
  'Цивільний захист': ['Укриття'],
  Довідка: ['Інформаційний запит'],
}

/** Every way in which a topic is written besides its own. */
export const kindVariants: Record<string, string[]> = Object.fromEntries(
  [...new Set(problems.map(({kind}) => kind))].map(kind => [
    kind,
    [kind.toLowerCase(), kind.toUpperCase(), `${kind} `, ` ${kind}`, ...synonyms[kind]!],
  ]),
)

/** Any of them, and the topic that is meant. */
export const kindOf: Record<string, string> = Object.fromEntries(
  Object.entries(synonyms).flatMap(([kind, others]) => others.map(other => [other, kind])),
)
