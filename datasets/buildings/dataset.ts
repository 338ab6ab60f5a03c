import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'buildings',
  title: {uk: 'Будівлі', en: 'Buildings'},
  describe: {
    uk: 'Контури й висоти будівель: тривимірні моделі (CityJSON) або контури з поверховістю.',
    en: 'Outlines and heights of buildings: three-dimensional models (CityJSON), or footprints with storeys.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['building_id'],
  columns: {
    building_id: column.text({from: 'id', describe: {uk: 'Код будівлі', en: 'Key of the building'}}),
    use: column.text({from: 'use', nullable: true, describe: {uk: 'Призначення', en: 'Use'}}),
    street: column.text({from: 'street', nullable: true, describe: {uk: 'Вулиця', en: 'Street'}}),
    house: column.text({from: 'house', nullable: true, describe: {uk: 'Номер будинку', en: 'House number'}}),
    postcode: column.text({
      from: 'postcode',
      nullable: true,
      describe: {uk: 'Поштовий індекс', en: 'Postcode'},
    }),
    district: column.text({from: 'district', nullable: true, describe: {uk: 'Район', en: 'District'}}),
    levels: column.integer({
      from: 'levels',
      nullable: true,
      unit: '1',
      describe: {uk: 'Поверхів', en: 'Storeys'},
    }),
    height_m: column.number({
      from: 'height',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Висота над землею', en: 'Height above ground'},
    }),
    year: column.integer({
      from: 'year',
      nullable: true,
      describe: {uk: 'Рік побудови', en: 'Year of construction'},
    }),
    roof: column.text({from: 'roof', nullable: true, describe: {uk: 'Форма даху', en: 'Shape of the roof'}}),
    dwellings: column.integer({
      from: 'dwellings',
      nullable: true,
      unit: '1',
      describe: {uk: 'Помешкань', en: 'Dwellings'},
    }),
    // Of one house these are its family: for plans and sums inside the city, not for publication.
    residents_0_6: column.integer({
      from: 'residents_0_6',
      nullable: true,
      unit: '1',
      privacy: 'aggregate_only',
      describe: {uk: 'Мешканців віком до 6 років', en: 'Residents aged 0 to 6'},
    }),
    residents_7_17: column.integer({
      from: 'residents_7_17',
      nullable: true,
      unit: '1',
      privacy: 'aggregate_only',
      describe: {uk: 'Мешканців віком 7–17 років', en: 'Residents aged 7 to 17'},
    }),
    residents_18_64: column.integer({
      from: 'residents_18_64',
      nullable: true,
      unit: '1',
      privacy: 'aggregate_only',
      describe: {uk: 'Мешканців віком 18–64 роки', en: 'Residents aged 18 to 64'},
    }),
    residents_65: column.integer({
      from: 'residents_65',
      nullable: true,
      unit: '1',
      privacy: 'aggregate_only',
      describe: {uk: 'Мешканців віком від 65 років', en: 'Residents aged 65 and over'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      nullable: true,
      describe: {uk: 'Контур, GeoJSON у WGS 84', en: 'Footprint, GeoJSON in WGS 84'},
    }),
    crs: column.text({
      from: 'crs',
      nullable: true,
      describe: {
        uk: 'Система координат контуру у файлі; порожньо – WGS 84',
        en: 'Coordinate system of the footprint in the file; empty: WGS 84',
      },
    }),
    feature: column.json({
      from: 'feature',
      nullable: true,
      describe: {uk: 'Тривимірна модель, CityJSONFeature', en: 'Three-dimensional model, CityJSONFeature'},
    }),
    header: column.json({
      from: 'header',
      nullable: true,
      describe: {uk: 'Система координат і масштаб моделі', en: 'Coordinate system and scale of the model'},
    }),
  },
  checks: [
    check.shapeInCity('geometry'),
    check.range('height_m', {from: 1.5, to: 400}),
    check.range('levels', {from: 1, to: 110}),
    check.range('year', {from: 1000, to: 2100}),
    check.pattern('postcode', ...forms.postcode),
    check.filled('height_m', {allow: {share: 0.05}}),
  ],
})
