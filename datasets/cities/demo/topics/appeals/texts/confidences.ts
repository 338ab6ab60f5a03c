/** Sentences with which people give away what a register must not publish. */
export const confidences = {
  phone: {
    operator: [
      'Тел. {phone}.',
      'Конт. тел.: {phone}.',
      'Передзвонити: {phone}.',
      'Номер для зв’язку {phone}.',
    ],
    own: [
      'Мій телефон {phone}.',
      'Телефонуйте: {phone}.',
      'Мій номер {phone}, дзвоніть у будь-який час.',
      'Зв’язок зі мною: {phone}.',
      'Тел. {phone}',
    ],
  },
  email: {
    operator: ['Відповідь на пошту {email}.'],
    own: ['Відповідь прошу надіслати на {email}.', 'Моя пошта {email}.', 'Пишіть на {email}.'],
  },
  /** Surname and initials after «гр.». */
  name: {
    operator: [
      'Звернулася гр. {womanShort}',
      'Звернувся гр. {manShort}',
      'Від гр. {shortOf}',
      'Свідок – гр. {short}',
    ],
    own: [
      'З повагою, гр. {short}',
      'Свідок: гр. {short}',
      'Підпис: гр. {short}',
      'Звертаюся від імені гр. {shortOf}',
    ],
  },
  patronymic: {
    operator: ['Представи<вся|лася>: {full}.', 'Заявни<к|ця> {full}.'],
    own: [
      'З повагою, {full}.',
      '{polite}, пенсіонер<|ка>.',
      '(flats) Те саме вам скаже {mansPolite} з нашого під’їзду.',
      '(!flats) Те саме вам скаже {mansPolite} з нашої вулиці.',
      'Підтвердити може сусідка, {womansPolite}.',
    ],
  },
  taxNumber: {
    operator: ['РНОКПП {taxNumber}.'],
    own: ['Мій РНОКПП {taxNumber}.', 'Ідентифікаційний код {taxNumber}.'],
  },
  iban: {
    operator: ['Рахунок для виплати {iban}.'],
    own: ['Кошти прошу перерахувати на {iban}.', 'Мій рахунок {iban}.'],
  },
  passport: {
    operator: ['Паспорт {passport}.'],
    own: ['Паспорт {passport}, копію додаю.', 'Мої паспортні дані: {passport}.'],
  },
  plate: {
    operator: ['Авто {plate}.', 'Держ. номер {plate}.'],
    own: ['Номер машини {plate}.', 'Авто з номером {plate}.', 'Держномер {plate}.'],
  },
} satisfies Record<string, {operator: readonly string[]; own: readonly string[]}>

export type Confidence = keyof typeof confidences

/** How often, of a thousand texts. Plates where a car stands in the way: four hundred. */
export const confidencesPerThousand: Record<Confidence | 'flat', number> = {
  phone: 62,
  email: 11,
  name: 17,
  patronymic: 24,
  taxNumber: 3,
  iban: 1.5,
  passport: 1.5,
  plate: 2,
  flat: 85,
}
