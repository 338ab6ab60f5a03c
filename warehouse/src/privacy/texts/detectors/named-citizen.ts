import {type Detector, spansOf} from './detector.ts'

const surname = String.raw`\p{Lu}[\p{L}’'ʼ-]+`
const initials = String.raw`\p{Lu}\.\s?\p{Lu}\.?`

/** гр. Петренко І. І., громадянка Петренко, гр-н України Петренко; "громадянин України" names nobody. */
const citizen = new RegExp(
  String.raw`(?<!\p{L})(?:[Гг]р|ГР)(?:\.|-(?:н|нин\p{L}{0,2}|ка|ки|ці|ку|нка|нки)\.?(?!\p{L})|омадян(?:ин|ина|ину|ином|ині|ка|ки|ці|ку|кою)(?!\p{L}))\s{0,2}(?:України[\s,]{1,2})?(?!Україн)(?:${initials}\s?)?${surname}(?:\s${initials}|(?:\s\p{Lu}[\p{L}’'ʼ-]+){1,2})?`,
  'gu',
)

/** A surname with initials after a word that tells of a person: від Петренка І. І. */
const said = new RegExp(
  String.raw`(?<!\p{L})(?:[Вв]ід|[Зз]аявни(?:к|ка|ку|ця|ці|цю)|[Мм]ешкан(?:ець|ця|ка|ки|ці)|[Сс]відок|[Пп]ідпис|[Пп]овагою|[Пп]ан|[Пп]ана|[Пп]ану|[Пп]ані)[\s,:–-]{1,3}${surname}\s${initials}`,
  'gu',
)

/** People who are named after «гр.» or «громадянин», or by surname and initials after words that tell of a person. */
export const findNamedCitizens: Detector = text => [...spansOf(text, citizen), ...spansOf(text, said)]
