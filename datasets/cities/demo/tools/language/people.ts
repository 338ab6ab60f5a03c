import {chooser} from '../numbers/chooser.ts'
import type {Draw} from '../numbers/draw.ts'

export type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'vocative'
export type Declined = Record<Case, string>

/** Grown up by 1990, by 2010, and since. */
export type Generation = 'older' | 'middle' | 'young'

/** An invented person. Women's and men's forms and all cases are as Ukrainian grammar has them. */
export type Person = {
  isWoman: boolean
  generation: Generation
  surname: Declined
  given: Declined
  patronymic: Declined
}

/** Roots that are no words and no surnames; suffixes of every kind fit them. */
const roots = [
  'Барвел',
  'Бордзан',
  'Бульмет',
  'Вержел',
  'Вурзан',
  'Гальмур',
  'Гиндор',
  'Довбзар',
  'Ернат',
  'Жмерил',
  'Завдрин',
  'Зурбан',
  'Кальбід',
  'Кундрел',
  'Лебзин',
  'Лиморд',
  'Любзар',
  'Мальдун',
  'Мерґор',
  'Мошлат',
  'Нарвед',
  'Невдрил',
  'Олебир',
  'Пальвет',
  'Персун',
  'Прядзор',
  'Рембзан',
  'Рундол',
  'Сторвид',
  'Судмер',
  'Тамбзир',
  'Тернуд',
  'Трундел',
  'Уздрин',
  'Фармид',
  'Хвердин',
  'Цимбзел',
  'Чардун',
  'Шаблот',
  'Шелтун',
  'Щебрун',
  'Юрзан',
  'Ялдрин',
  'Ясмед',
]

const same = (form: string): Declined => ({
  nominative: form,
  genitive: form,
  dative: form,
  accusative: form,
  instrumental: form,
  vocative: form,
})

/** A man's or a woman's form of a surname, from its root. */
type Suffix = {weight: number; man: (root: string) => Declined; woman: (root: string) => Declined}

/** A noun of the second declension: its stem, its ending in the nominative and the softness of the others. */
const masculine = (
  nominative: string,
  stem: string,
  [genitive, dative, instrumental]: [string, string, string],
): Declined => ({
  nominative,
  genitive: stem + genitive,
  dative: stem + dative,
  accusative: stem + genitive,
  instrumental: stem + instrumental,
  vocative: stem + dative,
})
const hard: [string, string, string] = ['а', 'у', 'ом']

const endsIn = (root: string, letters: string) => letters.includes(root.at(-1)!)

/** Nouns of their own: a woman's surname in them does not change. */
const noun = (weight: number, form: (root: string) => Declined): Suffix => ({
  weight,
  man: form,
  woman: root => same(form(root).nominative),
})

const suffixes: Suffix[] = [
  noun(44, root => masculine(`${root}енко`, `${root}енк`, hard)),
  noun(20, root => {
    const form = root + (endsIn(root, 'р') ? 'чук' : 'юк')
    return masculine(form, form, hard)
  }),
  {
    weight: 16,
    man: root => {
      const stem = `${root}${endsIn(root, 'л') ? 'ь' : ''}ськ`
      return {
        nominative: `${stem}ий`,
        genitive: `${stem}ого`,
        dative: `${stem}ому`,
        accusative: `${stem}ого`,
        instrumental: `${stem}им`,
        vocative: `${stem}ий`,
      }
    },
    woman: root => {
      const stem = `${root}${endsIn(root, 'л') ? 'ь' : ''}ськ`
      return {
        nominative: `${stem}а`,
        genitive: `${stem}ої`,
        dative: `${stem}ій`,
        accusative: `${stem}у`,
        instrumental: `${stem}ою`,
        vocative: `${stem}а`,
      }
    },
  },
  noun(6, root => masculine(`${root}ик`, `${root}ик`, hard)),
  noun(5, root => masculine(`${root}ко`, `${root}к`, hard)),
  noun(4, root => masculine(`${root}ець`, `${root}ц`, ['я', 'ю', 'ем'])),
  noun(3, root => masculine(`${root}ак`, `${root}ак`, hard)),
  noun(2, root => masculine(`${root}ишин`, `${root}ишин`, ['а', 'у', 'им'])),
]

/** Nominative, genitive, dative, accusative, instrumental, vocative. */
function forms(text: string): Declined {
  const [nominative, genitive, dative, accusative, instrumental, vocative] = text.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return {nominative, genitive, dative, accusative, instrumental, vocative}
}

/** How common a name is in a generation, and among the fathers of the older one; only ratios mean anything. */
type Commonness = Record<Generation | 'fathers', number>

/** Men's names, the patronymics of their sons and daughters, and how common: fathers, older, middle, young. */
const men: {given: Declined; son: string; daughter: string; common: Commonness}[] = (
  [
    ['Анатолій Анатолія Анатолію Анатолія Анатолієм Анатолію', 'Анатолійович', 'Анатоліївна', [5, 8, 2, 0.3]],
    ['Андрій Андрія Андрію Андрія Андрієм Андрію', 'Андрійович', 'Андріївна', [1, 3, 10, 5]],
    ['Артем Артема Артему Артема Артемом Артеме', 'Артемович', 'Артемівна', [0.3, 0.2, 2, 13.5]],
    ['Богдан Богдана Богдану Богдана Богданом Богдане', 'Богданович', 'Богданівна', [0.7, 0.7, 1.5, 5]],
    ['Вадим Вадима Вадиму Вадима Вадимом Вадиме', 'Вадимович', 'Вадимівна', [0.7, 1.2, 3, 2.5]],
    [
      'Валентин Валентина Валентину Валентина Валентином Валентине',
      'Валентинович',
      'Валентинівна',
      [1.5, 2.5, 0.8, 0.3],
    ],
    ['Василь Василя Василю Василя Василем Василю', 'Васильович', 'Василівна', [8, 6, 2, 0.8]],
    ['Віктор Віктора Віктору Віктора Віктором Вікторе', 'Вікторович', 'Вікторівна', [5, 9, 3.5, 1]],
    [
      'Владислав Владислава Владиславу Владислава Владиславом Владиславе',
      'Владиславович',
      'Владиславівна',
      [0.5, 0.7, 2, 8],
    ],
    [
      'Володимир Володимира Володимиру Володимира Володимиром Володимире',
      'Володимирович',
      'Володимирівна',
      [9, 12, 6, 2.5],
    ],
    ['Григорій Григорія Григорію Григорія Григорієм Григорію', 'Григорович', 'Григорівна', [5, 3, 0.6, 0.2]],
    ['Данило Данила Данилу Данила Данилом Даниле', 'Данилович', 'Данилівна', [0.7, 0.2, 0.5, 8]],
    ['Денис Дениса Денису Дениса Денисом Денисе', 'Денисович', 'Денисівна', [0.3, 0.4, 4, 4.5]],
    ['Дмитро Дмитра Дмитру Дмитра Дмитром Дмитре', 'Дмитрович', 'Дмитрівна', [2.5, 2, 7, 9]],
    ['Євген Євгена Євгену Євгена Євгеном Євгене', 'Євгенович', 'Євгенівна', [1.5, 2.5, 4.5, 2.5]],
    ['Іван Івана Івану Івана Іваном Іване', 'Іванович', 'Іванівна', [12, 5, 2.5, 4]],
    ['Ігор Ігоря Ігорю Ігоря Ігорем Ігоре', 'Ігорович', 'Ігорівна', [1.5, 4, 6.5, 1.5]],
    ['Максим Максима Максиму Максима Максимом Максиме', 'Максимович', 'Максимівна', [0.6, 0.2, 3.5, 9]],
    ['Микола Миколи Миколі Миколу Миколою Миколо', 'Миколайович', 'Миколаївна', [11, 11, 4, 1.2]],
    ['Михайло Михайла Михайлу Михайла Михайлом Михайле', 'Михайлович', 'Михайлівна', [6, 4.5, 2, 2.5]],
    ['Назар Назара Назару Назара Назаром Назаре', 'Назарович', 'Назарівна', [0.2, 0.1, 0.8, 5.5]],
    ['Олег Олега Олегу Олега Олегом Олеже', 'Олегович', 'Олегівна', [1.5, 4.5, 5, 1.5]],
    [
      'Олександр Олександра Олександру Олександра Олександром Олександре',
      'Олександрович',
      'Олександрівна',
      [8, 14, 18, 11],
    ],
    ['Олексій Олексія Олексію Олексія Олексієм Олексію', 'Олексійович', 'Олексіївна', [4, 3, 5, 3.5]],
    ['Павло Павла Павлу Павла Павлом Павле', 'Павлович', 'Павлівна', [4, 1.8, 3, 2.5]],
    ['Петро Петра Петру Петра Петром Петре', 'Петрович', 'Петрівна', [7, 4, 1, 0.6]],
    ['Роман Романа Роману Романа Романом Романе', 'Романович', 'Романівна', [1, 0.9, 4.5, 4]],
    ['Руслан Руслана Руслану Руслана Русланом Руслане', 'Русланович', 'Русланівна', [0.1, 0.5, 3, 1.2]],
    ['Сергій Сергія Сергію Сергія Сергієм Сергію', 'Сергійович', 'Сергіївна', [3, 8, 14, 3.5]],
    ['Степан Степана Степану Степана Степаном Степане', 'Степанович', 'Степанівна', [4, 1.5, 0.4, 0.6]],
    ['Тарас Тараса Тарасу Тараса Тарасом Тарасе', 'Тарасович', 'Тарасівна', [0.4, 0.4, 1.2, 1.2]],
    ['Федір Федора Федору Федора Федором Федоре', 'Федорович', 'Федорівна', [4, 1, 0.2, 0.2]],
    ['Юрій Юрія Юрію Юрія Юрієм Юрію', 'Юрійович', 'Юріївна', [2.5, 5, 5, 1.5]],
    [
      'Ярослав Ярослава Ярославу Ярослава Ярославом Ярославе',
      'Ярославович',
      'Ярославівна',
      [0.6, 0.7, 1.3, 2.5],
    ],
  ] as const
).map(([names, son, daughter, [fathers, older, middle, young]]) => ({
  given: forms(names),
  son,
  daughter,
  common: {fathers, older, middle, young},
}))

/** Women's names, and how common: older, middle, young. */
const women: {given: Declined; common: Record<Generation, number>}[] = (
  [
    ['Алла Алли Аллі Аллу Аллою Алло', [4, 2, 0.2]],
    ['Аліна Аліни Аліні Аліну Аліною Аліно', [0.3, 2, 5]],
    ['Анастасія Анастасії Анастасії Анастасію Анастасією Анастасіє', [0.3, 2.5, 10]],
    ['Анна Анни Анні Анну Анною Анно', [2, 4, 7.5]],
    ['Валентина Валентини Валентині Валентину Валентиною Валентино', [10, 3, 0.4]],
    ['Вікторія Вікторії Вікторії Вікторію Вікторією Вікторіє', [0.8, 5, 7.5]],
    ['Віра Віри Вірі Віру Вірою Віро', [4, 1, 0.4]],
    ['Вероніка Вероніки Вероніці Вероніку Веронікою Вероніко', [0.1, 0.7, 3.5]],
    ['Галина Галини Галині Галину Галиною Галино', [9, 3, 0.3]],
    ['Ганна Ганни Ганні Ганну Ганною Ганно', [4, 2, 1.2]],
    ['Дарина Дарини Дарині Дарину Дариною Дарино', [0.1, 1.5, 7]],
    ['Ірина Ірини Ірині Ірину Іриною Ірино', [5, 11, 4]],
    ['Катерина Катерини Катерині Катерину Катериною Катерино', [3, 5.5, 6]],
    ['Лариса Лариси Ларисі Ларису Ларисою Ларисо', [5, 2, 0.2]],
    ['Лідія Лідії Лідії Лідію Лідією Лідіє', [3.5, 0.6, 0.4]],
    ['Людмила Людмили Людмилі Людмилу Людмилою Людмило', [10, 5, 0.4]],
    ['Марина Марини Марині Марину Мариною Марино', [1.5, 4.5, 1.5]],
    ['Марія Марії Марії Марію Марією Маріє', [7, 3.5, 8]],
    ['Надія Надії Надії Надію Надією Надіє', [6, 2.5, 0.8]],
    ['Наталія Наталії Наталії Наталію Наталією Наталіє', [9, 13, 1.8]],
    ['Ніна Ніни Ніні Ніну Ніною Ніно', [6, 0.8, 0.2]],
    ['Оксана Оксани Оксані Оксану Оксаною Оксано', [1.5, 8.5, 0.9]],
    ['Олена Олени Олені Олену Оленою Олено', [6, 13, 2.2]],
    ['Ольга Ольги Ользі Ольгу Ольгою Ольго', [7, 7, 3]],
    ['Раїса Раїси Раїсі Раїсу Раїсою Раїсо', [4, 0.5, 0.1]],
    ['Світлана Світлани Світлані Світлану Світланою Світлано', [7, 9, 1.2]],
    ['Соломія Соломії Соломії Соломію Соломією Соломіє', [0.1, 0.2, 4]],
    ['Софія Софії Софії Софію Софією Софіє', [0.8, 0.4, 11]],
    ['Тамара Тамари Тамарі Тамару Тамарою Тамаро', [4, 0.7, 0.1]],
    ['Тетяна Тетяни Тетяні Тетяну Тетяною Тетяно', [8, 12, 1.8]],
    ['Христина Христини Христині Христину Христиною Христино', [0.2, 1, 2.2]],
    ['Юлія Юлії Юлії Юлію Юлією Юліє', [0.8, 7, 4]],
  ] as const
).map(([names, [older, middle, young]]) => ({given: forms(names), common: {older, middle, young}}))

/** Adults who turn to offices, in a hundred. */
const generations: [Generation, share: number, fathers: Generation | 'fathers'][] = [
  ['older', 30, 'fathers'],
  ['middle', 45, 'older'],
  ['young', 25, 'middle'],
]

/** A given name together with its generation: one draw. */
const givenOf = (names: readonly {given: Declined; common: Record<Generation, number>}[]) =>
  chooser(
    generations.flatMap(([generation, share]) => {
      const sum = names.reduce((total, {common}) => total + common[generation], 0)
      return names.map(
        ({given, common}) => [{given, generation}, (share * common[generation]) / sum] as const,
      )
    }),
  )
const mansName = givenOf(men)
const womansName = givenOf(women)

/** After the father, whose name was given a generation before. */
const patronymicsOf = (decline: (man: (typeof men)[number]) => Declined) =>
  Object.fromEntries(
    generations.map(([generation, , fathers]) => [
      generation,
      chooser(men.map(man => [decline(man), man.common[fathers]] as const)),
    ]),
  ) as Record<Generation, (draw: Draw) => Declined>
const sons = patronymicsOf(({son}) => masculine(son, son, ['а', 'у', 'ем']))
const daughters = patronymicsOf(({daughter}) => {
  const stem = daughter.slice(0, -1)
  return {
    nominative: daughter,
    genitive: `${stem}и`,
    dative: `${stem}і`,
    accusative: `${stem}у`,
    instrumental: `${stem}ою`,
    vocative: `${stem}о`,
  }
})

/** Ranks of the roots; 17 and their number have no common divisor, so that the alphabet is no ranking. */
const rankOf = (root: number) => (root * 17) % roots.length
/** As Zipf and Mandelbrot have it for surnames: a few are met everywhere, most seldom. */
const drawSurname = chooser(
  roots.map((root, index) => {
    const forms = suffixes.map(suffix => ({man: suffix.man(root), woman: suffix.woman(root)}))
    return [forms, 1 / (rankOf(index) + 4)] as const
  }),
)
const drawSuffix = chooser(suffixes.map(({weight}, index) => [index, weight] as const))

/** An invented person, of the sex asked for or, without one, a woman in 54 cases of 100. */
export function drawPerson(draw: Draw, isWoman: boolean = draw.chance(0.54)): Person {
  const surname = drawSurname(draw)[drawSuffix(draw)]!
  const {given, generation} = (isWoman ? womansName : mansName)(draw)
  return {
    isWoman,
    generation,
    surname: isWoman ? surname.woman : surname.man,
    given,
    patronymic: (isWoman ? daughters : sons)[generation](draw),
  }
}

/** Барвеленко Олена Василівна */
export const fullName = ({surname, given, patronymic}: Person, inCase: Case = 'nominative'): string =>
  `${surname[inCase]} ${given[inCase]} ${patronymic[inCase]}`

/** Барвеленко О. В. */
export const shortName = ({surname, given, patronymic}: Person, inCase: Case = 'nominative'): string =>
  `${surname[inCase]} ${given.nominative[0]}. ${patronymic.nominative[0]}.`

/** Олена Василівна */
export const politeName = ({given, patronymic}: Person, inCase: Case = 'nominative'): string =>
  `${given[inCase]} ${patronymic[inCase]}`
