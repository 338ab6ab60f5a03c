/** Who does a thing: how many firms and persons who trade, words of their names, and what some of them do besides. */
type Field = {firms: number; traders: number; words: readonly string[]; besides: string | null}

const field = (
  firms: number,
  traders: number,
  words: readonly string[],
  besides: string | null = null,
): Field => ({firms, traders, words, besides})

/** Every trade that the city buys from. A firm has one, or a neighbouring one too; a person who trades has one. */
export const trades = {
  // Houses and offices.
  telecom: field(4, 0, ['Зв’язок', 'Телеком']),
  guards: field(4, 0, ['Охорона', 'Варта'], 'alarms'),
  alarms: field(2, 2, ['Сигнал', 'Пожтехніка'], 'guards'),
  cleaning: field(3, 3, ['Клінінг', 'Чистота'], 'pests'),
  pests: field(2, 2, ['Дезсервіс', 'Санітар'], 'cleaning'),
  boilers: field(3, 2, ['Котлосервіс', 'Тепло'], 'meters'),
  meters: field(2, 2, ['Метрологія', 'Облік'], 'boilers'),
  decoration: field(5, 7, ['Ремонт', 'Оздоба']),
  officeMachines: field(2, 5, ['Оргтехніка', 'Картридж']),
  design: field(5, 3, ['Проєкт', 'Експертиза'], 'surveying'),
  surveying: field(3, 3, ['Землемір', 'Геодезія'], 'design'),
  advertising: field(3, 3, ['Реклама', 'Медіа'], 'printing'),
  printing: field(2, 3, ['Друк', 'Поліграф'], 'advertising'),
  events: field(2, 4, ['Подія', 'Сцена']),
  law: field(1, 4, ['Право', 'Юрист']),
  training: field(3, 3, ['Навчання', 'Курс']),
  delivery: field(2, 0, ['Пошта', 'Кур’єр']),
  hotels: field(3, 2, ['Готель', 'Пансіонат'], 'camps'),
  camps: field(3, 0, ['Табір', 'Відпочинок'], 'hotels'),
  garages: field(3, 3, ['Автосервіс', 'Гараж']),
  // Goods.
  stationery: field(4, 6, ['Канцтовари', 'Папір'], 'household'),
  household: field(3, 5, ['Побутхім', 'Госптовари'], 'stationery'),
  materials: field(4, 3, ['Будмаркет', 'Склад'], 'plumbing'),
  plumbing: field(2, 4, ['Сантехніка', 'Аква'], 'materials'),
  lamps: field(3, 4, ['Світлотех', 'Електро']),
  furniture: field(4, 3, ['Меблі', 'Столяр'], 'toys'),
  toys: field(2, 4, ['Іграшка', 'Дивосвіт'], 'furniture'),
  fuel: field(4, 0, ['Паливо', 'Нафта']),
  gear: field(3, 2, ['Спецзахист', 'Екіп']),
  concrete: field(2, 0, ['Бетон', 'Залізобетон'], 'quarries'),
  quarries: field(3, 0, ['Кар’єр', 'Щебінь'], 'concrete'),
  seedlings: field(2, 3, ['Розсадник', 'Сад'], 'greenery'),
  medicine: field(4, 0, ['Мед', 'Фарм']),
  // Machines.
  computers: field(4, 3, ['Комп’ютер', 'Монітор'], 'software'),
  software: field(5, 4, ['Софт', 'Дата'], 'computers'),
  generators: field(3, 1, ['Енерго', 'Агрегат']),
  kitchens: field(3, 1, ['Кухня', 'Харчмаш']),
  vehicles: field(3, 0, ['Авто', 'Спецтех']),
  playgrounds: field(2, 2, ['Майданчик', 'Спортінвентар']),
  // Streets.
  sweeping: field(3, 0, ['Благоустрій', 'Комунсервіс'], 'greenery'),
  greenery: field(4, 0, ['Озеленення', 'Паркова'], 'sweeping'),
  pavements: field(3, 0, ['Бруківка', 'Тротуар'], 'roads'),
  roads: field(5, 0, ['Шлях', 'Асфальт', 'Дорбуд'], 'pavements'),
  signs: field(3, 0, ['Розмітка', 'Дорзнак', 'Світлофор']),
  lighting: field(3, 0, ['Ліхтар', 'Освітлення'], 'wiring'),
  cemeteries: field(2, 0, ['Ритуал', 'Пам’ять']),
  waters: field(2, 0, ['Гідро', 'Берегозахист'], 'waterworks'),
  // Building.
  building: field(6, 0, ['Буд', 'Інвест', 'Моноліт']),
  roofs: field(3, 2, ['Дах', 'Покрівля'], 'facades'),
  facades: field(3, 1, ['Фасад', 'Утеплення'], 'roofs'),
  heating: field(4, 0, ['Тепломонтаж', 'Трубомонтаж'], 'waterworks'),
  waterworks: field(3, 0, ['Водбуд', 'Водомонтаж'], 'heating'),
  wiring: field(4, 1, ['Електромонтаж', 'Кабель'], 'lighting'),
  lifts: field(3, 0, ['Ліфт', 'Підйом']),
  // Food, by its kind.
  milk: field(3, 0, ['Молоко', 'Ферма']),
  meat: field(3, 1, ['М’ясо', 'Птиця']),
  vegetables: field(3, 4, ['Овочі', 'Агро']),
  bread: field(2, 1, ['Хліб', 'Пекарня'], 'groceries'),
  groceries: field(3, 2, ['Бакалія', 'Млин'], 'bread'),
  catering: field(4, 1, ['Харчування', 'Їдальня']),
  carriage: field(3, 0, ['Транс', 'Автобус']),
} as const satisfies Record<string, Field>

export type Trade = keyof typeof trades
