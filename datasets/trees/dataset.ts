import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'trees',
  title: {uk: 'Дерева', en: 'Trees'},
  describe: {
    uk: 'Інвентаризація дерев, про які дбає місто: вздовж вулиць, у парках, скверах і дворах. Структура за додатком 31 до постанови № 835, доповнена кроною й роком садіння. Дерев на присадибних ділянках тут немає.',
    en: 'Inventory of the trees that the city looks after: along streets, in parks, squares and courtyards. The structure of annex 31 to resolution No. 835 plus crown and year of planting. Trees in private gardens are not in it.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ENVI',
  cadence: 'ANNUAL',
  licence: licences.ccBy4,
  key: ['tree_id'],
  columns: {
    tree_id: column.text({
      from: 'uid',
      describe: {
        uk: 'Номер акта й номер дерева в ньому: 101/23-2',
        en: 'Number of the act and of the tree in it: 101/23-2',
      },
    }),
    act_number: column.text({
      from: 'number',
      nullable: true,
      describe: {uk: 'Номер акта', en: 'Number of the act'},
    }),
    surveyed_date: column.date({
      from: 'issuedDate',
      nullable: true,
      describe: {uk: 'Дата обстеження', en: 'Date of the survey'},
    }),
    katottg: column.text({
      from: 'CATUTTC',
      nullable: true,
      describe: {uk: 'Код КАТОТТГ району', en: 'KATOTTH code of the district'},
    }),
    postcode: column.text({
      from: 'addressPostCode',
      nullable: true,
      describe: {uk: 'Поштовий індекс', en: 'Postcode'},
    }),
    place: column.text({
      from: 'addressObjectName',
      nullable: true,
      describe: {uk: 'Парк або інше місце', en: 'Park or other place, in Ukrainian'},
    }),
    street: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Вулиця, вздовж якої росте', en: 'Street that it stands on, in Ukrainian'},
    }),
    where: column.text({
      from: 'addressDescription',
      nullable: true,
      describe: {uk: 'Де саме', en: 'Where it stands, in Ukrainian'},
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
    type: column.text({
      from: 'type',
      nullable: true,
      allowed: ['Дерево', 'Кущ', 'Газон', 'Квітник'],
      describe: {uk: 'Тип насадження', en: 'Type of planting, in Ukrainian'},
    }),
    species: column.text({from: 'species', describe: {uk: 'Вид', en: 'Species, in Ukrainian'}}),
    condition: column.text({
      from: 'condition',
      nullable: true,
      allowed: ['добрий', 'задовільний', 'незадовільний'],
      describe: {uk: 'Якісний стан', en: 'Condition, in Ukrainian'},
    }),
    age_years: column.integer({
      from: 'ageValue',
      nullable: true,
      unit: 'a',
      describe: {uk: 'Вік', en: 'Age'},
    }),
    height_m: column.number({
      from: 'heightValue',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Висота; 0 – не виміряно', en: 'Height; 0 means that nobody measured it'},
    }),
    trunk_cm: column.number({
      from: 'diameterValue',
      nullable: true,
      unit: 'cm',
      describe: {uk: 'Діаметр стовбура на висоті 1,3 м', en: 'Diameter of the trunk at 1.3 m'},
    }),
    crown_m: column.number({
      from: 'crownValue',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Діаметр крони', en: 'Diameter of the crown'},
    }),
    planted_year: column.integer({
      from: 'plantedYear',
      nullable: true,
      describe: {uk: 'Рік садіння', en: 'Year of planting'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.range('height_m', {from: 0.2, to: 60}),
    check.range('age_years', {from: 0, to: 1500}),
    check.range('trunk_cm', {from: 0.5, to: 500}),
    check.range('planted_year', {from: 1500, to: 2100}),
    check.past('surveyed_date'),
    check.pattern('katottg', ...forms.katottg),
  ],
})
