import districts from '../districts/dataset.ts'
import shelters from '../shelters/dataset.ts'
import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'schools',
  title: {uk: 'Школи та дитячі садки', en: 'Schools and kindergartens'},
  describe: {
    uk: 'Комунальні заклади освіти: місць, дітей, змін, як навчають і чи є власне укриття.',
    en: 'Municipal schools and kindergartens: places, children, shifts, how they teach and whether they have a shelter of their own.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'EDUC',
  cadence: 'ANNUAL',
  licence: licences.ccBy4,
  key: ['school_id'],
  columns: {
    school_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    name: column.text({from: 'name', describe: {uk: 'Назва', en: 'Name, in Ukrainian'}}),
    kind: column.text({
      from: 'kind',
      nullable: true,
      allowed: ['school', 'kindergarten'],
      describe: {
        uk: 'Вид закладу: school школа, kindergarten дитячий садок',
        en: 'Kind: school or kindergarten',
      },
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
    built_year: column.integer({
      from: 'yearBuilt',
      nullable: true,

      describe: {uk: 'Рік побудови', en: 'Year of construction'},
    }),
    places: column.integer({
      from: 'places',
      nullable: true,
      unit: '1',
      describe: {uk: 'Місць за проєктом', en: 'Places by design'},
    }),
    pupils: column.integer({
      from: 'pupils',
      nullable: true,
      unit: '1',
      describe: {uk: 'Дітей', en: 'Children'},
    }),
    classes: column.integer({
      from: 'classes',
      nullable: true,
      unit: '1',
      describe: {uk: 'Класів або груп', en: 'Classes or groups'},
    }),
    shifts: column.integer({from: 'shifts', nullable: true, unit: '1', describe: {uk: 'Змін', en: 'Shifts'}}),
    teaching: column.text({
      from: 'teaching',
      nullable: true,
      describe: {uk: 'Як навчають, за словами видавця', en: 'How they teach, in the publisher’s words'},
    }),
    shelter_id: column.text({
      from: 'shelterUid',
      nullable: true,
      describe: {uk: 'Номер власного укриття', en: 'Register number of its own shelter'},
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
    check.relation('shelter_id', shelters, 'shelter_id'),
    check.range('pupils', {from: 1, to: 5000}),
    check.range('built_year', {from: 1700, to: 2100}),
    check.past('updated_date'),
    check.filled('pupils', {allow: {share: 0.02}}),
  ],
})
