import type {Dirt, Scope} from '../../chapter.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Petition} from './petition.ts'
import {type PetitionFault, petitionFaults, petitionHeader, petitionRow} from './petition-rows.ts'

export const petitionListFile = 'petitions/petitions.demo.csv'

/** Petitions on a page of the site’s list. */
const pageLength = 30

/** The list as it was read page by page: when one comes in meanwhile, the last of a page is on the next again. */
export class PetitionList {
  #scope: Scope
  #outbox: Outbox
  #csv: CsvFile
  #rows = 0
  #repeated = 0
  #faults = new Map<PetitionFault, number>()

  constructor(scope: Scope, outbox: Outbox) {
    this.#scope = scope
    this.#outbox = outbox
    this.#csv = outbox.csv(petitionListFile, petitionHeader, {delimiter: ';'})
  }

  add(petition: Petition): void {
    const {seed, today} = this.#scope
    const {cells, faults} = petitionRow(petition, seed, today)
    this.#csv.row(cells)
    for (const fault of faults) this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1)
    this.#rows++
    if (this.#rows % pageLength === 0 && unitOf(seed, 'page of petitions', this.#rows) < 0.3) {
      this.#csv.row(cells)
      this.#repeated++
    }
  }

  close(): Dirt[] {
    this.#outbox.done(this.#csv)
    const kinds = Object.entries(petitionFaults) as [PetitionFault, Dirt['fault']][]
    return [
      {
        file: petitionListFile,
        fault: {
          uk: 'та сама петиція на двох сусідніх сторінках списку',
          en: 'the same petition on two neighbouring pages of the list',
        },
        count: this.#repeated,
      },
      ...kinds.map(([kind, fault]) => ({file: petitionListFile, fault, count: this.#faults.get(kind) ?? 0})),
    ]
  }
}
