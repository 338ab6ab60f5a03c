import {defineSeed} from '../../src/model.ts'

/** By column of the dataset: what publishers' words, in small letters, mean in the words of all. */
const words: Record<string, Record<string, string[]>> = {
  // Section I of the classifier of appeals (Cabinet's resolution No. 858), Open311 and the cities' own registers.
  channel: {
    phone: ['телефон', 'дзвінок', 'гаряча лінія', 'phone', 'constituent call'],
    web: ['вебсайт', 'веб-сайт', 'сайт', 'web', 'online', 'self service'],
    app: ['застосунок', 'мобільний застосунок', 'app', 'mobile', 'citizens connect app'],
    messenger: ['месенджер', 'чат-бот', 'telegram', 'viber', 'messenger'],
    email: ['ел. пошта', 'електронна пошта', 'email', 'e-mail'],
    post: ['пошта', '1.1', 'post', 'mail'],
    in_person: ['особистий прийом', '1.2', 'in person', 'walk-in'],
    forwarded: ['через уповноважену особу', 'через органи влади', 'від інших органів', '1.3', '1.4', '1.6'],
    media: ['через засоби масової інформації', '1.5', 'twitter'],
    // What the city's own people and machines enter is no resident's choice of a way.
    staff: ['city worker app', 'employee generated', 'maximo integration'],
    unknown: ['unknown', 'other'],
  },
  legal_basis: {
    statutory: ['звернення', 'звернення громадян', 'statutory'],
    service_request: ['заявка', 'service_request'],
    consultation: ['консультація', 'consultation'],
  },
  status: {
    received: ['заявку прийнято', 'відкрите', 'відкрито', 'open', 'pending', 'unspecified'],
    forwarded: ['передано виконавцю', 'assigned'],
    in_progress: ['в роботі', 'in progress', 'started'],
    long_term_control: ['на довготривалому контролі'],
    answered_immediately: ['вирішено оператором'],
    resolved: ['виконано', 'вирішено', 'закрите', 'закрито', 'closed'],
    explained: ['роз’яснено', 'розʼяснено', "роз'яснено"],
    refused: ['відмовлено'],
    duplicate: ['дублікат', 'closed as duplicate'],
    annulled: ['анульовано', 'cancel'],
    reopened: ['повторно в роботі'],
  },
}

export default defineSeed({
  name: 'appeal_words',
  title: {uk: 'Слова реєстрів звернень', en: 'Words of registers of appeals'},
  describe: {
    uk: 'Що означають слова видавців у стовпцях звернень.',
    en: 'What publishers’ words in the columns of appeals mean.',
  },
  grain: ['column_name', 'word'],
  columns: {
    column_name: {type: 'text', uk: 'Стовпець', en: 'Column'},
    word: {type: 'text', uk: 'Слово видавця, малими літерами', en: 'The publisher’s word, in small letters'},
    code: {type: 'text', uk: 'Що воно означає', en: 'What it means'},
  },
  rows: () =>
    Object.entries(words).flatMap(([column_name, codes]) =>
      Object.entries(codes).flatMap(([code, list]) => list.map(word => ({column_name, word, code}))),
    ),
})
