import districts from '../districts/dataset.ts'
import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'hospitals',
  title: {uk: 'Лікарні та поліклініки', en: 'Hospitals and clinics'},
  describe: {
    uk: 'Комунальні лікарні й поліклініки: де вони, скільки ліжок, на скільки годин вистачить генератора й води.',
    en: 'Municipal hospitals and clinics: where they are, how many beds, for how many hours generator and water will last.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'HEAL',
  cadence: 'QUARTERLY',
  licence: licences.ccBy4,
  key: ['hospital_id'],
  columns: {
    hospital_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    name: column.text({from: 'name', describe: {uk: 'Назва', en: 'Name, in Ukrainian'}}),
    kind: column.text({
      from: 'kind',
      nullable: true,
      allowed: ['hospital', 'clinic'],
      describe: {uk: 'Вид закладу: hospital лікарня, clinic поліклініка', en: 'Kind: hospital or clinic'},
    }),
    edrpou: column.text({
      from: 'edrpou',
      nullable: true,
      describe: {uk: 'Код ЄДРПОУ', en: 'Code of the legal entity'},
    }),
    district_id: column.text({
      from: 'CATUTTC',
      nullable: true,
      describe: {uk: 'Район, код КАТОТТГ', en: 'District, KATOTTH code'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Вулиця', en: 'Street, in Ukrainian'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      describe: {uk: 'Номер будинку', en: 'House number'},
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
    beds: column.integer({from: 'beds', nullable: true, unit: '1', describe: {uk: 'Ліжок', en: 'Beds'}}),
    intensive_beds: column.integer({
      from: 'intensiveBeds',
      nullable: true,
      unit: '1',
      describe: {uk: 'З них інтенсивної терапії', en: 'Of which intensive care'},
    }),
    has_emergency: column.boolean({
      from: 'emergencyDepartment',
      nullable: true,
      describe: {uk: 'Чи є відділення екстреної допомоги', en: 'Is there an emergency department?'},
    }),
    generator_kw: column.number({
      from: 'generatorKw',
      nullable: true,
      unit: 'kW',
      describe: {uk: 'Потужність генератора', en: 'Power of the generator'},
    }),
    generator_hours: column.number({
      from: 'generatorHours',
      nullable: true,
      unit: 'h',
      describe: {uk: 'На скільки годин вистачить пального', en: 'Hours for which the fuel lasts'},
    }),
    water_hours: column.number({
      from: 'waterReserveHours',
      nullable: true,
      unit: 'h',
      describe: {
        uk: 'На скільки годин вистачить запасу води',
        en: 'Hours for which the water in reserve lasts',
      },
    }),
    updated_date: column.date({
      from: 'updatedAt',
      nullable: true,
      describe: {uk: 'Коли оновлено запис', en: 'When the record was updated'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.pattern('edrpou', ...forms.edrpou),
    check.relation('district_id', districts, 'district_id'),
    check.range('beds', {from: 0, to: 5000}),
    check.order('intensive_beds', '<=', 'beds'),
    check.past('updated_date'),
    check.filled('beds', {where: {kind: 'hospital'}}),
  ],
})
