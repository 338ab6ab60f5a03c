import {column, defineDataset, licences} from '../src/index.ts'

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
    geometry: column.geometry({
      from: 'geometry',
      nullable: true,
      describe: {uk: 'Контур, GeoJSON у WGS 84', en: 'Footprint, GeoJSON in WGS 84'},
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
})
