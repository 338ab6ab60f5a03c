import type {Chapter} from '../../chapter.ts'
import {writeTrees} from './write-trees.ts'

export const trees: Chapter = {
  id: 'trees',
  title: {uk: 'Дерева', en: 'Trees'},
  thread: 'first',
  truths: [
    {
      id: 'trees-chestnuts',
      title: {
        uk: 'У Середмістському районі хворіють каштани',
        en: 'The horse chestnuts of Seredmistskyi district are ill',
      },
      where: {
        uk: 'trees/trees.demo.csv: серед каштанів кінських з CATUTTC UA99020010010110002 стан condition «незадовільний» майже у двох третин; у решти видів цього району й у каштанів інших районів – близько десятої частини.',
        en: 'trees/trees.demo.csv: among horse chestnuts (каштан кінський) with CATUTTC UA99020010010110002 almost two thirds have the condition «незадовільний»; of other species there, and of chestnuts elsewhere, about a tenth.',
      },
    },
  ],
  write(scope, outbox) {
    return {dirt: writeTrees(scope, scope.ground(), outbox)}
  },
}
