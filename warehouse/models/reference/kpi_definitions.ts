import {defineSeed} from '../../src/model.ts'

type Definition = {
  title: [uk: string, en: string]
  formula: [uk: string, en: string]
  unit: string
  /** Which way is good for people; null where it is nobody's merit. */
  better: 'more' | 'less' | null
  sources: string
  owner: [uk: string, en: string]
  caveat: [uk: string, en: string]
}

const contactCentre: [string, string] = ['Контактний центр', 'Contact centre']
const finance: [string, string] = ['Департамент фінансів', 'Department of finance']
const environment: [string, string] = ['Управління екології', 'Department of the environment']
const protection: [string, string] = ['Управління цивільного захисту', 'Department of civil protection']
const council: [string, string] = ['Секретаріат ради', 'Secretariat of the council']

/** The one definition of every indicator; `kpis` works out each by its name. */
const definitions: Record<string, Definition> = {
  appeals_on_time_share: {
    title: ['Звернення, закриті вчасно', 'Appeals closed on time'],
    formula: [
      'закриті за місяць не пізніше строку ÷ усі закриті за місяць, що мали строк',
      'closed in the month by their deadline ÷ all closed in the month that had one',
    ],
    unit: '1',
    better: 'more',
    sources: 'appeals_monthly, appeals_monthly_districts',
    owner: contactCentre,
    caveat: [
      'Не бачить тих, що прострочені й досі відкриті: дивіться поруч «Прострочені серед відкритих».',
      'It does not see those that are overdue and still open: read it beside “Overdue among open appeals”.',
    ],
  },
  appeals_overdue_open_share: {
    title: ['Прострочені серед відкритих звернень', 'Overdue among open appeals'],
    formula: [
      'відкриті на кінець місяця після строку ÷ усі відкриті на кінець місяця',
      'open at the end of the month past their deadline ÷ all open at the end of the month',
    ],
    unit: '1',
    better: 'less',
    sources: 'appeals_monthly, appeals_monthly_districts',
    owner: contactCentre,
    caveat: [
      'Звернення, яке забули закрити в системі, теж рахується відкритим.',
      'An appeal that nobody remembered to close in the system counts as open.',
    ],
  },
  appeals_reopened_share: {
    title: ['Звернення, відкриті знову', 'Appeals opened again'],
    formula: [
      'закриті за місяць, що їх відкрили знову ÷ усі закриті за місяць',
      'closed in the month and opened again ÷ all closed in the month',
    ],
    unit: '1',
    better: 'less',
    sources: 'appeals_monthly, appeals_monthly_districts',
    owner: contactCentre,
    caveat: [
      'Останні місяці занижено: частину ще відкриють знову.',
      'The last months are too low: some of theirs are yet to be opened again.',
    ],
  },
  appeals_received_per_1000: {
    title: ['Звернень на 1000 мешканців', 'Appeals per 1,000 residents'],
    formula: ['надійшло за місяць × 1000 ÷ мешканців', 'received in the month × 1,000 ÷ residents'],
    unit: '10*-3',
    better: null,
    sources: 'appeals_monthly',
    owner: contactCentre,
    caveat: [
      'Більше звернень – не конче більше біди: звертаються охочіше там, де вірять у відповідь.',
      'More appeals are not more trouble for certain: people report more where they trust in an answer.',
    ],
  },
  petitions_reached_share: {
    title: ['Петиції, що набрали голоси', 'Petitions that reached their threshold'],
    formula: [
      'петиції, збір яких скінчився того місяця з потрібною кількістю ÷ усі, збір яких скінчився того місяця',
      'petitions whose collection ended in the month with enough signatures ÷ all whose collection ended in it',
    ],
    unit: '1',
    better: null,
    sources: 'petitions',
    owner: council,
    caveat: [
      'Залежить від порогу, який міняли: порівнюйте лише роки з однаковими правилами.',
      'It depends on the threshold, which was changed: compare years of the same rules alone.',
    ],
  },
  budget_pace_gap: {
    title: ['Виконання видатків проти рівного кроку', 'Expenditure against an even pace'],
    formula: [
      'витрачено з початку року ÷ річний план зі змінами − місяць ÷ 12',
      'spent since the start of the year ÷ plan for the year as amended − month ÷ 12',
    ],
    unit: '1',
    better: null,
    sources: 'budget_monthly',
    owner: finance,
    caveat: [
      'Видатки за природою нерівні: капітальні припадають на осінь і грудень.',
      'Expenditure is uneven by nature: capital works fall into autumn and December.',
    ],
  },
  pm25_days_share: {
    title: ['Дні з брудним повітрям', 'Days of polluted air'],
    formula: [
      'дні, коли медіана станцій PM2.5 понад 15 мкг/м³ ÷ дні з даними за місяць',
      'days on which the median of stations is above 15 µg/m³ of PM2.5 ÷ days with data in the month',
    ],
    unit: '1',
    better: 'less',
    sources: 'air_quality_city_daily, air_quality_daily, stations',
    owner: environment,
    caveat: [
      '15 мкг/м³ – орієнтир ВООЗ 2021 року для доби, не норма. Дешеві датчики у вологу погоду завищують; у районі станцій може бути одна-дві.',
      '15 µg/m³ is the WHO guideline of 2021 for a day, no legal limit. Cheap sensors read too high in damp weather, and a district may have but one or two.',
    ],
  },
  alert_hours_share: {
    title: ['Частка часу під тривогою', 'Share of time under alert'],
    formula: [
      'години тривоги ÷ години з даними за місяць',
      'hours under alert ÷ hours with data in the month',
    ],
    unit: '1',
    better: null,
    sources: 'alerts_hours',
    owner: protection,
    caveat: [
      'Із грудня 2025 року тривогу оголошують районами: з попередніми роками не порівнюйте.',
      'Since December 2025 alerts are declared by raion: do not compare with the years before.',
    ],
  },
  school_hours_lost_share: {
    title: ['Уроки, втрачені через тривоги', 'School hours lost to alerts'],
    formula: [
      'навчальні години під тривогою ÷ навчальні години місяця',
      'school hours under alert ÷ school hours of the month',
    ],
    unit: '1',
    better: null,
    sources: 'alerts_hours',
    owner: protection,
    caveat: [
      'Години за розкладом; частина уроків іде в укриттях і дистанційно.',
      'Hours by the timetable; some lessons go on in shelters and online.',
    ],
  },
}

export default defineSeed({
  name: 'kpi_definitions',
  title: {uk: 'Показники міста: означення', en: 'Indicators of the city: definitions'},
  describe: {
    uk: 'Що саме означає кожний показник: формула, одиниця, таблиці, з яких його пораховано, хто за нього відповідає й чого він не каже.',
    en: 'What each indicator means: its formula, unit, the tables it is worked out from, who answers for it, and what it does not tell.',
  },
  grain: ['city', 'kpi'],
  publish: true,
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    kpi: {type: 'text', uk: 'Показник', en: 'Indicator'},
    title_uk: {type: 'text', uk: 'Назва українською', en: 'Name in Ukrainian'},
    title_en: {type: 'text', uk: 'Назва англійською', en: 'Name in English'},
    formula_uk: {type: 'text', uk: 'Формула українською', en: 'Formula in Ukrainian'},
    formula_en: {type: 'text', uk: 'Формула англійською', en: 'Formula in English'},
    unit: {
      type: 'text',
      uk: 'Одиниця за UCUM: 1 – частка, 10*-3 – на тисячу',
      en: 'Unit by UCUM: 1 for a share, 10*-3 for so many per thousand',
    },
    better: {
      type: 'text',
      nullable: true,
      uk: 'Що краще: more – більше, less – менше; порожньо – ні те, ні те',
      en: 'Which way is better: more or less; empty for neither',
    },
    sources: {type: 'text', uk: 'Таблиці, з яких пораховано', en: 'Tables it is worked out from'},
    owner_uk: {type: 'text', uk: 'Хто відповідає, українською', en: 'Who answers for it, in Ukrainian'},
    owner_en: {type: 'text', uk: 'Хто відповідає, англійською', en: 'Who answers for it, in English'},
    caveat_uk: {type: 'text', uk: 'Чого не каже, українською', en: 'What it does not tell, in Ukrainian'},
    caveat_en: {type: 'text', uk: 'Чого не каже, англійською', en: 'What it does not tell, in English'},
  },
  rows: cities =>
    cities.flatMap(({id}) =>
      Object.entries(definitions).map(([kpi, {title, formula, unit, better, sources, owner, caveat}]) => ({
        city: id,
        kpi,
        title_uk: title[0],
        title_en: title[1],
        formula_uk: formula[0],
        formula_en: formula[1],
        unit,
        better,
        sources,
        owner_uk: owner[0],
        owner_en: owner[1],
        caveat_uk: caveat[0],
        caveat_en: caveat[1],
      })),
    ),
})
