import type {Draw} from '../numbers/draw.ts'

export type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'vocative'
export type Declined = Record<Case, string>

/** An invented person. Women's and men's forms and all cases are as Ukrainian grammar has them. */
export type Person = {isWoman: boolean; surname: Declined; given: Declined; patronymic: Declined}

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

/** Men's names and the patronymics of their sons and daughters. */
const men: [given: Declined, son: string, daughter: string][] = [
  ['Анатолій Анатолія Анатолію Анатолія Анатолієм Анатолію', 'Анатолійович', 'Анатоліївна'],
  ['Андрій Андрія Андрію Андрія Андрієм Андрію', 'Андрійович', 'Андріївна'],
  ['Богдан Богдана Богдану Богдана Богданом Богдане', 'Богданович', 'Богданівна'],
  ['Вадим Вадима Вадиму Вадима Вадимом Вадиме', 'Вадимович', 'Вадимівна'],
  ['Валентин Валентина Валентину Валентина Валентином Валентине', 'Валентинович', 'Валентинівна'],
  ['Василь Василя Василю Василя Василем Василю', 'Васильович', 'Василівна'],
  ['Віктор Віктора Віктору Віктора Віктором Вікторе', 'Вікторович', 'Вікторівна'],
  ['Володимир Володимира Володимиру Володимира Володимиром Володимире', 'Володимирович', 'Володимирівна'],
  ['Григорій Григорія Григорію Григорія Григорієм Григорію', 'Григорович', 'Григорівна'],
  ['Денис Дениса Денису Дениса Денисом Денисе', 'Денисович', 'Денисівна'],
  ['Дмитро Дмитра Дмитру Дмитра Дмитром Дмитре', 'Дмитрович', 'Дмитрівна'],
  ['Євген Євгена Євгену Євгена Євгеном Євгене', 'Євгенович', 'Євгенівна'],
  ['Іван Івана Івану Івана Іваном Іване', 'Іванович', 'Іванівна'],
  ['Ігор Ігоря Ігорю Ігоря Ігорем Ігоре', 'Ігорович', 'Ігорівна'],
  ['Максим Максима Максиму Максима Максимом Максиме', 'Максимович', 'Максимівна'],
  ['Микола Миколи Миколі Миколу Миколою Миколо', 'Миколайович', 'Миколаївна'],
  ['Михайло Михайла Михайлу Михайла Михайлом Михайле', 'Михайлович', 'Михайлівна'],
  ['Олег Олега Олегу Олега Олегом Олеже', 'Олегович', 'Олегівна'],
  ['Олександр Олександра Олександру Олександра Олександром Олександре', 'Олександрович', 'Олександрівна'],
  ['Олексій Олексія Олексію Олексія Олексієм Олексію', 'Олексійович', 'Олексіївна'],
  ['Павло Павла Павлу Павла Павлом Павле', 'Павлович', 'Павлівна'],
  ['Петро Петра Петру Петра Петром Петре', 'Петрович', 'Петрівна'],
  ['Роман Романа Роману Романа Романом Романе', 'Романович', 'Романівна'],
  ['Руслан Руслана Руслану Руслана Русланом Руслане', 'Русланович', 'Русланівна'],
  ['Сергій Сергія Сергію Сергія Сергієм Сергію', 'Сергійович', 'Сергіївна'],
  ['Степан Степана Степану Степана Степаном Степане', 'Степанович', 'Степанівна'],
  ['Тарас Тараса Тарасу Тараса Тарасом Тарасе', 'Тарасович', 'Тарасівна'],
  ['Федір Федора Федору Федора Федором Федоре', 'Федорович', 'Федорівна'],
  ['Юрій Юрія Юрію Юрія Юрієм Юрію', 'Юрійович', 'Юріївна'],
  ['Ярослав Ярослава Ярославу Ярослава Ярославом Ярославе', 'Ярославович', 'Ярославівна'],
].map(([given, son, daughter]) => [forms(given!), son!, daughter!])

const women: Declined[] = [
  'Алла Алли Аллі Аллу Аллою Алло',
  'Анна Анни Анні Анну Анною Анно',
  'Валентина Валентини Валентині Валентину Валентиною Валентино',
  'Віра Віри Вірі Віру Вірою Віро',
  'Галина Галини Галині Галину Галиною Галино',
  'Ганна Ганни Ганні Ганну Ганною Ганно',
  'Дарина Дарини Дарині Дарину Дариною Дарино',
  'Ірина Ірини Ірині Ірину Іриною Ірино',
  'Катерина Катерини Катерині Катерину Катериною Катерино',
  'Лариса Лариси Ларисі Ларису Ларисою Ларисо',
  'Лідія Лідії Лідії Лідію Лідією Лідіє',
  'Людмила Людмили Людмилі Людмилу Людмилою Людмило',
  'Марина Марини Марині Марину Мариною Марино',
  'Марія Марії Марії Марію Марією Маріє',
  'Надія Надії Надії Надію Надією Надіє',
  'Наталія Наталії Наталії Наталію Наталією Наталіє',
  'Ніна Ніни Ніні Ніну Ніною Ніно',
  'Оксана Оксани Оксані Оксану Оксаною Оксано',
  'Олена Олени Олені Олену Оленою Олено',
  'Ольга Ольги Ользі Ольгу Ольгою Ольго',
  'Раїса Раїси Раїсі Раїсу Раїсою Раїсо',
  'Світлана Світлани Світлані Світлану Світланою Світлано',
  'Софія Софії Софії Софію Софією Софіє',
  'Тамара Тамари Тамарі Тамару Тамарою Тамаро',
  'Тетяна Тетяни Тетяні Тетяну Тетяною Тетяно',
  'Христина Христини Христині Христину Христиною Христино',
  'Юлія Юлії Юлії Юлію Юлією Юліє',
].map(forms)

const sons: Declined[] = men.map(([, son]) => masculine(son, son, ['а', 'у', 'ем']))
const daughters: Declined[] = men.map(([, , daughter]) => {
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

/** One entry a hundredth of people: the commonness of a suffix is how often it is listed. */
const suffixOf: Suffix[] = suffixes.flatMap(suffix => Array<Suffix>(suffix.weight).fill(suffix))
const surnames = roots.map(root =>
  suffixes.map(suffix => ({man: suffix.man(root), woman: suffix.woman(root)})),
)

/** An invented person, of the sex asked for or, without one, a woman in 54 cases of 100. */
export function drawPerson(draw: Draw, isWoman: boolean = draw.chance(0.54)): Person {
  const surname = draw.pick(surnames)[suffixes.indexOf(draw.pick(suffixOf))]!
  return {
    isWoman,
    surname: isWoman ? surname.woman : surname.man,
    given: isWoman ? draw.pick(women) : draw.pick(men)[0],
    patronymic: draw.pick(isWoman ? daughters : sons),
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
