import {type Detector, spansOf} from './detector.ts'

/** АН 123456: the series of a booklet, in letters of either alphabet. */
const booklet = /(?<![\p{L}\d])[А-ЯІЇЄҐABEIKMHOPCTX]{2}\s?(?:№\s?)?\d{6}(?!\d)/gu

/** Six or nine digits where it is said that they are a document's. */
const named =
  /(?<!\p{L})(?:паспорт\p{L}{0,4}|посвідченн\p{L}{1,2}|посвідк\p{L}{1,2}|(?:id|ід|айді)[\s-]?карт\p{L}{1,3})[^\d\n]{0,40}\d{6}(?:\d{3})?(?!\d)/giu

/** 19850312-01234: the number of a person in the demographic register. */
const registerNumber = /(?<![\d-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{5}(?![\d-])/g

/** Passports: booklets, identity cards, numbers of the demographic register. */
export const findPassports: Detector = text =>
  /\d{5}/.test(text)
    ? [...spansOf(text, booklet), ...spansOf(text, named), ...spansOf(text, registerNumber)]
    : []
