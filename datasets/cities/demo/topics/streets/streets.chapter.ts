import type {Chapter} from '../../chapter.ts'
import {writeAddresses} from './write-addresses.ts'
import {writeStreets} from './write-streets.ts'

export const streets: Chapter = {
  id: 'streets',
  title: {uk: 'Вулиці й адреси', en: 'Streets and addresses'},
  thread: 'first',
  truths: [
    {
      id: 'streets-renamed',
      title: {
        uk: 'Близько тридцяти вулиць перейменовано одним рішенням, і їх досі звуть двома назвами',
        en: 'Some thirty streets were renamed by one decision and go by two names to this day',
      },
      where: {
        uk: 'streets/streets.demo.csv: «Колишнє найменування» заповнене, документ в усіх один – рішення ради восьмого скликання (номер на -VIII) з однією датою. streets/addresses.demo.csv: адреси цих вулиць мають статус «Чинна зі змінами», а кожна чотирнадцята лишилася зі старою назвою.',
        en: 'streets/streets.demo.csv: “Колишнє найменування” is filled, one document for all, a decision of the council’s eighth convocation (its number ends in -VIII) on one date. streets/addresses.demo.csv: addresses on these streets have the status «Чинна зі змінами», and one in fourteen has kept the old name.',
      },
    },
  ],
  write(scope, outbox) {
    const ground = scope.ground()
    return {dirt: [...writeStreets(scope, ground, outbox), ...writeAddresses(scope, ground, outbox)]}
  },
}
