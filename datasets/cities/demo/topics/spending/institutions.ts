import {drawIban, legalCode} from '../../tools/language/contacts.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {bodies, type Body as CityBody} from '../../world/bodies.ts'
import type {Institution as House} from '../../world/institutions.ts'

/** A body that pays or is paid. `code` is its ЄДРПОУ; no real one begins with 99. */
export type Body = {code: string; name: string; account: string}

/** A body of the city that pays from its budget. */
export type Institution = Body & {
  /** Index in districts.ts, for those that have one building. */
  district: number | null
  /** How much it spends beside its siblings. */
  size: number
}

/** The treasury has no «». */
export const straight = (name: string): string => name.replaceAll(/[«»]/g, '"')

/** Managers of budget money, by the first two digits of a programme's code. */
const managers: Record<string, CityBody> = {
  '02': bodies.executive,
  '06': bodies.education,
  '07': bodies.health,
  '08': bodies.socialProtection,
  '09': bodies.children,
  '10': bodies.culture,
  '11': bodies.youth,
  '12': bodies.utilities,
  '15': bodies.construction,
  '16': bodies.planning,
  '19': bodies.transport,
  '27': bodies.economy,
  '31': bodies.property,
  '37': bodies.finance,
}

/** Institutions of a programme besides schools and kindergartens; the same names are the same bodies. */
const named: Record<string, readonly string[]> = {
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

/** Place in the list gives the code. */
const codes = new Map([...new Set(Object.values(named).flat())].map((name, index) => [name, index]))

/** Programmes that kindergartens, all schools, and the first five schools pay from. */
const ofKindergartens: ReadonlySet<string> = new Set(['0611010'])
const ofSchools: ReadonlySet<string> = new Set(['0611021', '0611031', '0611600'])
const ofSomeSchools: ReadonlySet<string> = new Set(['0611200', '0611501'])

/** Who pays for what, with accounts. */
export class Institutions {
  #known = new Map<string, Institution>()
  #byProgram = new Map<string, readonly Institution[]>()
  #seed: number
  #schools: readonly Institution[]
  #kindergartens: readonly Institution[]

  /** @param houses the schools and kindergartens of the city, and its hospitals, which do not pay from its budget */
  constructor(seed: number, houses: readonly House[]) {
    this.#seed = seed
    const taught = (wanted: House['kind']) => {
      const own = houses.filter(({kind}) => kind === wanted)
      const floor = own.reduce((sum, {floorMetres2}) => sum + floorMetres2, 0)
      const children = own.reduce((sum, {pupils}) => sum + pupils, 0)
      return own.map(({edrpou, name, building, floorMetres2, pupils}) => {
        // What a school costs goes by its house and by its children.
        const share = (floorMetres2 / floor + pupils / children) / 2
        const stray = new Draw(seed, 'institution size', edrpou).lognormal(1, 0.08)
        return this.#body({edrpou, name}, building.district, own.length * share * stray)
      })
    }
    this.#schools = taught('school')
    this.#kindergartens = taught('kindergarten')
  }

  /** Who pays what the programme costs: its institutions, else its manager. */
  of(program: string): readonly Institution[] {
    if (ofKindergartens.has(program)) return this.#kindergartens
    if (ofSchools.has(program)) return this.#schools
    if (ofSomeSchools.has(program)) return this.#schools.slice(0, 5)
    let payers = this.#byProgram.get(program)
    if (!payers) {
      payers = named[program]?.map(name => {
        const size = new Draw(this.#seed, 'institution size', name).lognormal(1, 0.25)
        return this.#body({edrpou: legalCode(10_000 + codes.get(name)! * 7), name}, null, size)
      }) ?? [this.manager(program)]
      this.#byProgram.set(program, payers)
    }
    return payers
  }

  manager(program: string): Institution {
    return this.#body(managers[program.slice(0, 2)]!, null, 1)
  }

  #body({edrpou, name}: CityBody, district: number | null, size: number): Institution {
    let body = this.#known.get(edrpou)
    if (!body) {
      const account = drawIban(new Draw(this.#seed, 'institution', edrpou))
      body = {code: edrpou, name: straight(name), account, district, size}
      this.#known.set(edrpou, body)
    }
    return body
  }
}
