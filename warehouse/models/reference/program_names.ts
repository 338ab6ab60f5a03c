import {readFileSync} from 'node:fs'
import {defineSeed} from '../../src/model.ts'

/** Standard list of local-budget programmes (order of the Ministry of Finance No. 793 of 20.09.2017), edition of 2026-08-03. */
const list = readFileSync(new URL('program_names.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)

export default defineSeed({
  name: 'program_names',
  title: {uk: 'Програми місцевих бюджетів', en: 'Programmes of local budgets'},
  describe: {
    uk: 'Типова програмна класифікація (ТПКВКМБ).',
    en: 'The standard list of programmes (TPKVKMB).',
  },
  grain: ['program'],
  columns: {
    program: {type: 'text', uk: 'Код програми, 4 знаки', en: 'Programme code, 4 digits'},
    standard_kfk: {
      type: 'text',
      uk: 'Функціональний код програми за переліком',
      en: 'Functional code of the programme in the list',
    },
    program_name: {type: 'text', uk: 'Назва програми', en: 'Name of the programme, in Ukrainian'},
  },
  rows: () =>
    list.map(line => {
      const [program = '', kfk = ''] = line.split(',', 2)
      const name = line.slice(program.length + kfk.length + 2)
      return {
        program,
        standard_kfk: kfk,
        program_name: name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name,
      }
    }),
})
