/**
 * What the codes of datasets are called, Ukrainian and English, by column and code. A code that is not here is shown as
 * the publisher wrote it.
 */
const words: Record<string, Record<string, readonly [uk: string, en: string]>> = {
  place_flag: {
    ok: ['у місті', 'in the city'],
    outside: ['далеко за межами міста', 'far outside the city'],
    unknown: ['невідоме', 'unknown'],
  },
  status: {
    open: ['відкрите', 'open'],
    closed: ['закрите', 'closed'],
    active: ['діє', 'in use'],
    reserve: ['у резерві', 'in reserve'],
  },
  accessible: {
    yes: ['так', 'yes'],
    partly: ['частково', 'partly'],
    no: ['ні', 'no'],
    unknown: ['невідомо', 'unknown'],
  },
  kind: {
    school: ['школа', 'school'],
    kindergarten: ['дитячий садок', 'kindergarten'],
    hospital: ['лікарня', 'hospital'],
    clinic: ['поліклініка', 'clinic'],
    fire_station: ['пожежна частина', 'fire station'],
    supply: ['вузлова підстанція', 'supply substation'],
    substation: ['підстанція', 'substation'],
    intake: ['водозабір', 'water intake'],
    main_pump: ['головна насосна', 'main pumping station'],
    zone_pump: ['насосна зони', 'zone pumping station'],
    sewage_pump: ['каналізаційна насосна', 'sewage pumping station'],
    boiler_house: ['котельня', 'boiler house'],
    reservoir: ['водосховище', 'reservoir'],
    river: ['річка', 'river'],
    stream: ['струмок', 'stream'],
    sea: ['море', 'sea'],
    rain: ['дощ', 'rain'],
    traffic: ['при дорозі', 'by traffic'],
    industrial: ['промислова', 'industrial'],
    background: ['фонова', 'background'],
    underground: ['підземний', 'underground'],
    pillar: ['наземний', 'pillar'],
  },
  state: {
    working: ['справний', 'working'],
    faulty: ['несправний', 'faulty'],
    repair: ['потребує ремонту', 'needs repair'],
  },
  class: {
    avenue: ['проспект', 'avenue'],
    main: ['магістраль', 'main road'],
    street: ['вулиця', 'street'],
    local: ['місцева вулиця', 'local street'],
    lane: ['проїзд', 'lane'],
    path: ['лише пішки', 'on foot only'],
  },
  medium: {power: ['електроенергія', 'power'], water: ['вода', 'water']},
  role: {main: ['основне живлення', 'main supply'], reserve: ['резервне', 'reserve']},
  operator: {
    state: ['держава', 'state'],
    municipal: ['громада', 'municipality'],
    business: ['бізнес', 'business'],
    rail: ['залізниця', 'railway'],
  },
  internet: {
    xpon: ['xPON', 'xPON'],
    starlink: ['Starlink', 'Starlink'],
    other: ['інший', 'other'],
    none: ['немає', 'none'],
  },
  power: {generator: ['генератор', 'generator'], battery: ['акумулятор', 'battery']},
  wheelchair_boarding: {
    '0': ['невідомо', 'unknown'],
    '1': ['можлива', 'possible'],
    '2': ['неможлива', 'not possible'],
  },
  scope: {city: ['місто', 'city'], district: ['район', 'district']},
  plan_version: {approved: ['затверджено', 'approved'], revised: ['зі змінами', 'revised']},
  // Words that Ukrainian registers prescribe.
  ownership: {
    комунальна: ['комунальна', 'municipal'],
    державна: ['державна', 'state'],
    приватна: ['приватна', 'private'],
    інша: ['інша', 'other'],
  },
  readiness: {
    готова: ['готова', 'ready'],
    'обмежено готова': ['обмежено готова', 'partly ready'],
    'не готова': ['не готова', 'not ready'],
    unknown: ['невідомо', 'unknown'],
  },
  condition: {
    добрий: ['добрий', 'good'],
    задовільний: ['задовільний', 'fair'],
    незадовільний: ['незадовільний', 'poor'],
  },
}

/** The words of one language, by column and code. */
export const codeWordsIn = (lang: 'uk' | 'en'): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words).map(([column, codes]) => [
      column,
      Object.fromEntries(Object.entries(codes).map(([code, [uk, en]]) => [code, lang === 'uk' ? uk : en])),
    ]),
  )
