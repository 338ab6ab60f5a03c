import {drawIban, legalCode} from '../../tools/language/contacts.ts'
import {Draw} from '../../tools/numbers/draw.ts'

/** A body that pays or is paid. `code` is its ЄДРПОУ; no real one begins with 99. */
export type Body = {code: string; name: string; account: string}

/** A body of the city that pays from its budget. */
export type Institution = Body & {
  /** Index in districts.ts, for those that have one building. */
  district: number | null
  /** How much it spends beside its siblings. */
  size: number
}

const council = 'Прикладської міської ради'

/** Managers of budget money, by the first two digits of a programme's code. */
const managers: Record<string, string> = {
  '02': `Виконавчий комітет ${council}`,
  '06': `Управління освіти ${council}`,
  '07': `Управління охорони здоров'я ${council}`,
  '08': `Департамент соціального захисту населення ${council}`,
  '09': `Служба у справах дітей ${council}`,
  '10': `Управління культури ${council}`,
  '11': `Управління молоді та спорту ${council}`,
  '12': `Департамент житлово-комунального господарства ${council}`,
  '15': `Управління капітального будівництва ${council}`,
  '16': `Управління містобудування та архітектури ${council}`,
  '19': `Управління транспорту ${council}`,
  '27': `Управління економіки ${council}`,
  '31': `Управління комунальної власності ${council}`,
  '37': `Фінансове управління ${council}`,
}

const kindergartens = [
  'Дельфінчик',
  'Чайка',
  'Маячок',
  'Якірець',
  'Морська зірка',
  'Перлинка',
  'Сонечко',
  'Казка',
  'Вербиченька',
  'Лелеченя',
  'Барвінок',
  'Ромашка',
  'Дзвіночок',
  'Веселка',
  'Калинка',
  'Зірочка',
  'Світлячок',
  'Ластівка',
  'Журавлик',
  'Теремок',
  'Джерельце',
  'Горобинка',
  'Равлик',
  'Їжачок',
  'Колосок',
  'Волошка',
  'Промінець',
  'Віночок',
].map((name, index) => `Заклад дошкільної освіти № ${index + 1} "${name}"`)

const schools = Array.from({length: 22}, (_, index) =>
  index % 3 === 1 ? `Гімназія № ${index + 1}` : `Ліцей № ${index + 1}`,
)

/** Institutions of a programme, where its manager has them; the same names are the same bodies. */
const own: Record<string, readonly string[]> = {
  '0611010': kindergartens,
  '0611021': schools,
  '0611031': schools,
  '0611200': schools.slice(0, 5),
  '0611501': schools.slice(0, 5),
  '0611600': schools,
  '0611070': ['Центр дитячої та юнацької творчості', 'Клуб юних моряків "Румб"'],
  '0611091': ['Прикладський морський професійний ліцей', 'Професійне училище № 2'],
  '0611092': ['Прикладський морський професійний ліцей', 'Професійне училище № 2'],
  '0611141': [
    'Централізована бухгалтерія закладів освіти',
    'Група господарського обслуговування закладів освіти',
  ],
  '0611151': ['Інклюзивно-ресурсний центр'],
  '0611152': ['Інклюзивно-ресурсний центр'],
  '0611160': ['Центр професійного розвитку педагогічних працівників'],
  '0813104': ['Територіальний центр соціального обслуговування'],
  '0813105': ['Центр комплексної реабілітації дітей "Бережок"'],
  '0813121': ['Міський центр соціальних служб'],
  '0813241': ['Центр надання соціальних послуг "Берег"'],
  '1011080': ['Музична школа № 1', 'Музична школа № 2', 'Художня школа', 'Школа мистецтв Заріччя'],
  '1014030': ['Централізована бібліотечна система'],
  '1014040': ['Міський краєзнавчий музей'],
  '1014060': ['Палац культури "Портовик"', 'Будинок культури "Заріччя"'],
  '1014081': ['Центр міських подій'],
  '1113133': ['Молодіжний центр "Причал"'],
  '1115031': [
    'Дитячо-юнацька спортивна школа № 1',
    'Дитячо-юнацька спортивна школа № 2',
    'Спортивна школа водних видів спорту',
  ],
  '1115041': ['Міський стадіон "Лиман"'],
}

/** Districts of kindergartens and schools, in turn: most are among the panel houses of Stepovyi. */
const inTurn = [2, 0, 1, 2, 3, 2, 4, 0, 2, 1]

/** Who pays for what, with accounts. */
export class Institutions {
  #known = new Map<string, Institution>()
  #byProgram = new Map<string, readonly Institution[]>()
  #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** Who pays what the programme costs: its institutions, else its manager. */
  of(program: string): readonly Institution[] {
    let payers = this.#byProgram.get(program)
    if (!payers) {
      const names = own[program]
      payers = names
        ? names.map((name, index) => this.#named(name, names.length > 9 ? inTurn[index % 10]! : null))
        : [this.manager(program)]
      this.#byProgram.set(program, payers)
    }
    return payers
  }

  manager(program: string): Institution {
    return this.#named(managers[program.slice(0, 2)]!, null)
  }

  get all(): Institution[] {
    return [...this.#known.values()]
  }

  #named(name: string, district: number | null): Institution {
    let body = this.#known.get(name)
    if (!body) {
      const draw = new Draw(this.#seed, 'institution', name)
      // Its place in its list gives the code, whoever asks first.
      const index = codes.get(name)!
      body = {
        code: legalCode(10_000 + index * 7),
        name,
        account: drawIban(draw),
        district,
        size: draw.lognormal(1, 0.25),
      }
      this.#known.set(name, body)
    }
    return body
  }
}

const codes = new Map(
  [...Object.values(managers), ...Object.values(own).flat()].map((name, index) => [name, index]),
)
