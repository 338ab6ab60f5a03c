import {defineSeed} from '../../src/model.ts'

type Group = 'staff' | 'goods' | 'utilities' | 'debt' | 'transfers' | 'capital' | 'other'

const codes: [kekv: string, group: Group, en: string][] = [
  ['2111', 'staff', 'Wages'],
  ['2112', 'staff', 'Pay of the military'],
  ['2120', 'staff', 'Payroll contributions'],
  ['2210', 'goods', 'Supplies, materials, equipment'],
  ['2220', 'goods', 'Medicines and dressings'],
  ['2230', 'goods', 'Food'],
  ['2240', 'goods', 'Services other than utilities'],
  ['2250', 'goods', 'Business travel'],
  ['2260', 'goods', 'Special-purpose measures'],
  ['2271', 'utilities', 'Heating'],
  ['2272', 'utilities', 'Water and sewerage'],
  ['2273', 'utilities', 'Electricity'],
  ['2274', 'utilities', 'Natural gas'],
  ['2275', 'utilities', 'Other energy and utilities'],
  ['2276', 'utilities', 'Energy-service contracts'],
  ['2281', 'capital', 'Development measures under programmes'],
  ['2282', 'goods', 'Other measures under programmes'],
  ['2410', 'debt', 'Domestic debt service'],
  ['2420', 'debt', 'External debt service'],
  ['2610', 'transfers', 'Subsidies to enterprises and institutions'],
  ['2620', 'transfers', 'Current transfers to other budgets'],
  ['2630', 'transfers', 'Current transfers abroad'],
  ['2710', 'transfers', 'Pensions and benefits'],
  ['2720', 'transfers', 'Scholarships'],
  ['2730', 'transfers', 'Other payments to residents'],
  ['2800', 'other', 'Other current expenditure'],
  ['3110', 'capital', 'Equipment and durable goods'],
  ['3121', 'capital', 'Construction of housing'],
  ['3122', 'capital', 'Construction of other objects'],
  ['3131', 'capital', 'Major repair of housing'],
  ['3132', 'capital', 'Major repair of other objects'],
  ['3141', 'capital', 'Reconstruction of housing'],
  ['3142', 'capital', 'Reconstruction of other objects'],
  ['3143', 'capital', 'Restoration of monuments'],
  ['3150', 'capital', 'State reserves'],
  ['3160', 'capital', 'Land and intangible assets'],
  ['3210', 'capital', 'Capital transfers to enterprises'],
  ['3220', 'transfers', 'Capital transfers to other budgets'],
  ['3230', 'transfers', 'Capital transfers abroad'],
  ['3240', 'capital', 'Capital transfers to residents'],
  ['9000', 'other', 'Not yet distributed'],
]

/** Leaf codes of the economic classification (order of the Ministry of Finance No. 11 of 12.01.2012), grouped for reading. */
export default defineSeed({
  name: 'economic_codes',
  title: {uk: 'Економічна класифікація', en: 'Economic classification'},
  describe: {
    uk: 'Коди КЕКВ нижнього рівня, їхні англійські назви та групи.',
    en: 'Leaf codes of KEKV, their English names and groups.',
  },
  grain: ['kekv'],
  columns: {
    kekv: {type: 'text', uk: 'Код економічної класифікації (КЕКВ)', en: 'Economic code (KEKV)'},
    economic_group: {
      type: 'text',
      uk: 'Група: staff оплата праці, goods товари й послуги, utilities комунальні, debt борг, transfers трансферти, capital капітальні, other інше',
      en: 'Group: staff, goods, utilities, debt, transfers, capital, other',
    },
    kekv_name_en: {type: 'text', uk: 'Назва англійською', en: 'Name in English'},
  },
  rows: () => codes.map(([kekv, economic_group, kekv_name_en]) => ({kekv, economic_group, kekv_name_en})),
})
