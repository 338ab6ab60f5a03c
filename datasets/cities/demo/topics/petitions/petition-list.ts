import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Petition} from './petition.ts'
import {petitionFaults, petitionHeader, petitionRow} from './petition-rows.ts'

export const petitionListFile = 'petitions/petitions.demo.csv'

/** Faults of the list, then those of its rows. */
const listFaults = {
  repeated: {
    uk: 'та сама петиція на двох сусідніх сторінках списку',
    en: 'the same petition on two neighbouring pages of the list',
  },
  ...petitionFaults,
}

/** Petitions on a page of the site’s list. */
const pageLength = 30

/** The list as it was read page by page: when one comes in meanwhile, the last of a page is on the next again. */
export class PetitionList {
  #scope: Scope
  #outbox: Outbox
  #csv: CsvFile
  #rows = 0
  #counts = noneOf(listFaults)

  constructor(scope: Scope, outbox: Outbox) {
    this.#scope = scope
    this.#outbox = outbox
    this.#csv = outbox.csv(petitionListFile, petitionHeader, {delimiter: ';'})
  }

  add(petition: Petition): void {
    const {seed, today} = this.#scope
    const {cells, faults} = petitionRow(petition, seed, today)
    this.#csv.row(cells)
    for (const fault of faults) this.#counts[fault]++
    this.#rows++
    if (this.#rows % pageLength === 0 && unitOf(seed, 'page of petitions', this.#rows) < 0.3) {
      this.#csv.row(cells)
      this.#counts.repeated++
    }
  }

  close(): Dirt[] {
    this.#outbox.done(this.#csv)
    return dirtOf(petitionListFile, listFaults, this.#counts)
  }
}
