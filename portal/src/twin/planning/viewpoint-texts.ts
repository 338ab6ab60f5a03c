/** Everything planning says of places to look from. */
export const viewpointTexts = {
  uk: {
    title: 'Звідки дивитися',
    none: 'Дивимося зі шкіл і садків поблизу. Додайте свої місця.',
    name: 'Назва',
    eye: 'Висота очей, м',
    add: 'Додати за координатами',
    here: 'Додати в середині погляду',
    set: 'Поставити на плані',
    setting:
      'Клацніть план або рухайте перехрестя стрілками (із Shift – на 10 м) і натисніть Enter. Esc скасовує.',
    table: 'З таблиці',
    fromTable: 'Додати найближчі',
    noneNear: 'У цій таблиці немає місць у межах 1 км.',
    full: (most: string) => `Більше ніж ${most} місць не додають.`,
    unnamed: (index: string) => `Місце ${index}`,
    remove: (name: string) => `Прибрати: ${name}`,
    added: (name: string) => `Додано місце: ${name}.`,
    at: (eye: string) => `очі на ${eye} м`,
    head: ['Звідки', 'Видно точок фасаду', 'Верх', 'Закрито землі', 'Відкрито землі'] as const,
    top: {seen: 'видно', hidden: 'не видно'},
    legend: {seen: 'видно звідти', lost: 'закриє пропозиція', won: 'відкриється'},
    overlay: (name: string) => `Що видно: ${name}`,
    choose: 'З якого місця',
  },
  en: {
    title: 'Where to look from',
    none: 'Schools and kindergartens nearby look. Add places of your own.',
    name: 'Name',
    eye: 'Eye height, m',
    add: 'Add by coordinates',
    here: 'Add in the middle of the view',
    set: 'Set on the plan',
    setting:
      'Click the plan, or move the cross-hair with the arrows (with Shift by 10 m) and press Enter. Esc cancels.',
    table: 'From a table',
    fromTable: 'Add the nearest',
    noneNear: 'This table has no place within 1 km.',
    full: (most: string) => `No more than ${most} places are added.`,
    unnamed: (index: string) => `Place ${index}`,
    remove: (name: string) => `Remove: ${name}`,
    added: (name: string) => `Added: ${name}.`,
    at: (eye: string) => `eyes at ${eye} m`,
    head: ['From', 'Façade points seen', 'Top', 'Ground hidden', 'Ground opened'] as const,
    top: {seen: 'seen', hidden: 'hidden'},
    legend: {seen: 'seen from there', lost: 'hidden by the proposal', won: 'comes into view'},
    overlay: (name: string) => `What is seen: ${name}`,
    choose: 'From which place',
  },
}

export type ViewpointTexts = (typeof viewpointTexts)['uk']

export const viewpointTextsIn = (lang: string): ViewpointTexts =>
  lang === 'uk' ? viewpointTexts.uk : (viewpointTexts.en as unknown as ViewpointTexts)
