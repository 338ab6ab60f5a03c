import {type Detector, spansOf} from './detector.ts'

const word = String.raw`\p{Lu}[\p{L}’'ʼ-]+`

/** A patronymic in any case: Іванович, Іванівні, Ілліча; Russian forms by their roots alone, as головна ends so too. */
const patronymic = [
  String.raw`\p{Lu}[\p{L}’'ʼ]+?(?:[ОоЙй]?[ОоЕеЄєЬь]?[ОоЕе][Вв][Ии][Чч])(?:а|у|ем|еві|у|А|У|ЕМ|ЕВІ)?`,
  String.raw`\p{Lu}[\p{L}’'ʼ]+?[ІіЇї][Вв][Нн](?:а|и|і|у|ою|о|А|И|І|У|ОЮ|О)`,
  '(?:Ілл|Кузьм|Лук|Сав|Хом|Фом|Яким|Никит|Микит|Юхим)(?:іч|ич)(?:а|у|ем|еві)?',
  '(?:Ілл|Кузьм|Лук|Сав|Хом|Фом|Яким|Никит|Микит|Юхим)[іи]вн(?:а|и|і|у|ою|о)',
  '(?:Иван|Петр|Николае|Александр|Владимир|Сергее|Андрее|Василье|Григорье|Дмитрие|Евгенье|Михайл|Алексее|Павл|Степан|Федор|Юрье|Виктор|Анатолье|Валерье|Геннадье|Леонид|Олег|Игор)[ое]?вн(?:а|ы|е|у|ой)',
].join('|')

/** [Surname] Name Patronymic [Surname] */
const full = new RegExp(
  String.raw`(?<![\p{L}’'ʼ-])(?:${word}\s{1,2})?${word}\s{1,2}(?:${patronymic})(?![\p{L}’'ʼ-])(?:\s${word})?`,
  'gu',
)

/** Words that end as patronymics of women do. */
const isWord = /(?:^|\s)(?:[Рр]|[Нн]ер|[Чч]ар|[Цц]ар|[Бб]ик|[Кк]орол|[Кк]няз)івн\p{L}{1,2}$/u

/** After these a name is that of a street or an institution, or of somebody who is honoured. */
const isHonour =
  /(?<!\p{L})(?:(?:вул|просп|пров|бульв|пл|ім)\.|вулиц\p{L}{1,2}|проспект\p{L}{0,2}|провул\p{L}{1,4}|бульвар\p{L}{0,2}|площ\p{L}{1,2}|узвоз\p{L}{1,2}|узвіз|набережн\p{L}{1,2}|сквер\p{L}{0,2}|парк\p{L}{0,2}|імені|пам[’'ʼ]ят\p{L}{1,2}|честь)\s{0,2}$/iu

/** What every patronymic has. */
const hasEnding = /[вВ][иИ][чЧ]|[лмквхтЛМКВХТ][иі]ч|[іїоеІЇОЕ][вВ][нН]/

/** Full names: a name and a patronymic, with or without the surname. */
export const findFullNames: Detector = text =>
  hasEnding.test(text)
    ? spansOf(text, full, ({0: found, index}) => {
        const before = text.slice(Math.max(0, index - 24), index)
        // A sentence may begin with the street.
        const first = found.slice(0, found.search(/\s/) + 1)
        return !isHonour.test(before) && !isHonour.test(before + first) && !isWord.test(found)
      })
    : []
