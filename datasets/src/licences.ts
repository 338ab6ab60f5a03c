import type {Licence} from './define-dataset.ts'

/** Licences that datasets name. A new one is a line here. */
export const licences = {
  openData: {
    id: 'UA-open-data',
    title: {uk: 'Відкриті дані, із зазначенням джерела', en: 'Open data, attribution required'},
    url: 'https://zakon.rada.gov.ua/laws/show/2939-17',
  },
  ccBy4: {
    id: 'CC-BY-4.0',
    title: {uk: 'Creative Commons із зазначенням авторства 4.0', en: 'Creative Commons Attribution 4.0'},
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  odbl: {
    id: 'ODbL-1.0',
    title: {uk: 'Open Database License 1.0', en: 'Open Database License 1.0'},
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  pddl: {
    id: 'PDDL-1.0',
    title: {uk: 'Суспільне надбання (PDDL)', en: 'Public Domain Dedication and License'},
    url: 'https://opendatacommons.org/licenses/pddl/1-0/',
  },
  nycOpenData: {
    id: 'NYC-open-data-terms',
    title: {uk: 'Умови відкритих даних Нью-Йорка', en: 'NYC Open Data terms of use'},
    url: 'https://opendata.cityofnewyork.us/overview/#termsofuse',
  },
  ogl3: {
    id: 'OGL-UK-3.0',
    title: {uk: 'Відкрита урядова ліцензія Великої Британії 3.0', en: 'UK Open Government Licence 3.0'},
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  opl3: {
    id: 'OPL-UK-3.0',
    title: {uk: 'Відкрита парламентська ліцензія 3.0', en: 'Open Parliament Licence 3.0'},
    url: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/',
  },
  mit: {id: 'MIT', title: {uk: 'MIT', en: 'MIT'}, url: 'https://opensource.org/license/mit'},
} as const satisfies Record<string, Licence>
