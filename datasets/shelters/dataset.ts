import districts from '../districts/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

/** What is not known is neither yes nor no. */
const known = (from: string, uk: string, en: string) =>
  column.boolean({from, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'shelters',
  title: {uk: 'Укриття', en: 'Shelters'},
  describe: {
    uk: 'Захисні споруди й найпростіші укриття. Структура за додатком 72 до постанови № 835, доповнена тим, що питають мешканці: доступність, місткість, коли відчинено. Невідоме лишається невідомим. Хто має ключі й телефони – не публікується.',
    en: 'Protective structures and basic shelters. The structure of annex 72 to resolution No. 835 plus what residents ask: access, capacity, opening hours. What is unknown stays unknown. Key holders and telephones are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: [],
  columns: {
    shelter_id: column.text({
      from: 'uid',
      nullable: true,
      describe: {uk: 'Обліковий номер', en: 'Register number'},
    }),
    type: column.text({from: 'type', describe: {uk: 'Тип споруди', en: 'Type of structure'}}),
    kind: column.text({
      from: 'kind',
      nullable: true,
      describe: {uk: 'Що це за приміщення', en: 'What kind of room it is'},
    }),
    building_kind: column.text({
      from: 'buildingKind',
      nullable: true,
      describe: {uk: 'Тип будівлі', en: 'Kind of building'},
    }),
    district: column.text({
      from: 'addressAdminUnitL5',
      nullable: true,
      describe: {uk: 'Район', en: 'District'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Адреса', en: 'Address'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      describe: {uk: 'Номер будинку, де він не в адресі', en: 'House number, where it is not in the address'},
    }),
    district_id: column.text({
      from: 'CATUTTC',
      nullable: true,
      describe: {uk: 'Район, код КАТОТТГ', en: 'District, KATOTTH code'},
    }),
    ownership: column.text({
      from: 'ownershipForm',
      nullable: true,
      allowed: ['комунальна', 'державна', 'приватна', 'інша'],
      describe: {uk: 'Форма власності', en: 'Ownership, in Ukrainian'},
    }),
    opening: column.text({
      from: 'openingHours',
      nullable: true,
      describe: {uk: 'Коли відчинено', en: 'Opening hours'},
    }),
    accessible: column.text({
      from: 'accessible',
      nullable: true,
      allowed: ['yes', 'partly', 'no', 'unknown'],
      describe: {uk: 'Доступність для людей на кріслах колісних', en: 'Access for wheelchair users'},
    }),
    capacity_persons: column.integer({
      from: 'capacityPersons',
      nullable: true,
      unit: '1',
      describe: {uk: 'Місткість', en: 'Capacity'},
    }),
    area_m2: column.number({
      from: 'areaM2',
      nullable: true,
      unit: 'm2',
      describe: {uk: 'Площа', en: 'Area'},
    }),
    readiness: column.text({
      from: 'readiness',
      nullable: true,
      describe: {
        uk: 'Готовність: готова, обмежено готова, не готова',
        en: 'Readiness: готова ready, обмежено готова partly, не готова not ready',
      },
    }),
    peacetime_use: column.text({
      from: 'purpose',
      nullable: true,
      describe: {uk: 'Використання в мирний час', en: 'Use in peacetime, in Ukrainian'},
    }),
    has_water: known('hasWater', 'Чи є вода', 'Is there water?'),
    has_power: known('hasPower', 'Чи є світло', 'Is there electricity?'),
    has_ventilation: known('hasVentilation', 'Чи є вентиляція', 'Is there ventilation?'),
    has_toilet: known('hasToilet', 'Чи є вбиральня', 'Is there a toilet?'),
    has_wifi: known('hasWifi', 'Чи є Wi-Fi', 'Is there Wi-Fi?'),
    pets_allowed: known('petsAllowed', 'Чи можна з тваринами', 'May pets come in?'),
    inspected_date: column.date({
      from: 'lastInspectedAt',
      nullable: true,
      describe: {uk: 'Коли востаннє перевірено', en: 'When it was last inspected'},
    }),
    updated_date: column.date({
      from: 'sourceUpdatedAt',
      nullable: true,
      describe: {uk: 'Коли оновлено запис', en: 'When the record was updated'},
    }),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
    balance_holder: column.text({
      from: 'balanceHolderName',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Балансоутримувач', en: 'Who keeps the structure on its books'},
    }),
    phone: column.text({
      from: 'phone',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Телефон', en: 'Telephone'},
    }),
    responsible_person: column.text({
      from: 'responsiblePersonName',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Хто має ключі', en: 'Who holds the keys'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.filled('lon', {allow: {share: 0.05}}),
    check.unique(['shelter_id']),
    check.relation('district_id', districts, 'district_id'),
    check.range('capacity_persons', {from: 1, to: 50_000}),
    check.range('area_m2', {from: 1, to: 100_000}),
    check.filled('capacity_persons', {allow: {share: 0.2}}),
    check.filled('accessible', {allow: {share: 0.05}}),
    check.past('inspected_date'),
    check.past('updated_date'),
    // People run to these places: half a register is worse than yesterday’s.
    check.volume({drop: 0.3, severity: 'block'}),
  ],
})
