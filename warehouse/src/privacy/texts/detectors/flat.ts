import {type Detector, spansOf} from './detector.ts'

/** What is counted in a flat, or measured in squares, is no number of a flat. */
const counted = String.raw`\s{0,2}(?:м(?!\p{L})|м²|метр|осіб|особ|люд|чолов|діт|дит|мешкан|кімнат|місяц|рок|рік|дн|ден|год|раз|грн|гр[аду]{3}|°|%|:\d|,\d)`

/** кв. 12, квартира № 7 */
const flat = new RegExp(
  String.raw`(?<![\p{L}\d])(?<!\d\s)(?:кв|квартир(?:а|и|і|у|ою)?)(?:\.\s{0,2}|\s{1,2})(?:№\s{0,2})?\d{1,4}(?!\d)(?!${counted})`,
  'giu',
)

/** Numbers of flats: with the street and the house, which stand beside them, they are somebody's home. */
export const findFlats: Detector = text => (/кв/i.test(text) ? spansOf(text, flat) : [])
